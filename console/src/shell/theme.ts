import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** One accent for actions: deep ink blue. The shades in use come from tokens.css; these feed what Mantine computes. */
const ink: MantineColorsTuple = [
  '#eef2fb',
  '#dbe4f7',
  '#b9caef',
  '#93c5fd',
  '#6f92d8',
  '#4c70c2',
  '#3556a8',
  '#274596',
  '#1e3a8a',
  '#172e6e',
];

const variants: VariantColorsResolver = ({ variant, color }) => {
  const isDanger = color === 'red';
  const strong = isDanger ? 'var(--lapsed)' : 'var(--accent)';
  const wash = isDanger ? 'var(--lapsed-wash)' : 'var(--accent-wash)';
  if (variant === 'filled') {
    return {
      background: strong,
      hover: isDanger ? 'var(--lapsed)' : 'var(--accent-hover)',
      color: isDanger ? 'var(--on-lapsed)' : 'var(--on-accent)',
      border: '1px solid transparent',
    };
  }
  if (variant === 'subtle' || variant === 'light') {
    const background = variant === 'light' ? wash : 'transparent';
    return { background, hover: wash, color: strong, border: '1px solid transparent' };
  }
  const color_ = isDanger ? strong : 'var(--ink)';
  return { background: 'var(--sheet)', hover: 'var(--wash)', color: color_, border: '1px solid var(--edge)' };
};

export const theme = createTheme({
  colors: { ink },
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 3 },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  variantColorResolver: variants,
  components: {
    Button: { defaultProps: { size: 'sm', variant: 'default' } },
    ActionIcon: { defaultProps: { size: 32, variant: 'subtle' } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right', allowDeselect: false } },
    Tooltip: { defaultProps: { openDelay: 350, transitionProps: { duration: 80 }, withArrow: false } },
    Menu: {
      defaultProps: {
        transitionProps: { duration: 80 },
        position: 'bottom-start',
        offset: 4,
        // Beside its button, so that it belongs to the same part of the page; and a menu holds nothing but its items.
        withinPortal: false,
        withInitialFocusPlaceholder: false,
      },
    },
    Popover: { defaultProps: { transitionProps: { duration: 80 } } },
    Modal: {
      defaultProps: {
        transitionProps: { duration: 100 },
        overlayProps: { backgroundOpacity: 0 },
        centered: true,
        // Its header is no banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
    },
    Switch: { defaultProps: { size: 'sm', withThumbIndicator: false } },
    Checkbox: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'sm', transitionDuration: 100 } },
  },
});

const both = {
  '--mantine-color-body': 'var(--ground)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--quiet)',
  '--mantine-color-placeholder': 'var(--quiet)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--lapsed)',
  '--mantine-color-default': 'var(--sheet)',
  '--mantine-color-default-hover': 'var(--wash)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-color-disabled': 'var(--wash)',
  '--mantine-color-disabled-color': 'var(--quiet)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-light': 'var(--accent-wash)',
  '--mantine-primary-color-light-hover': 'var(--accent-wash)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-ink-filled': 'var(--accent)',
  '--mantine-color-ink-filled-hover': 'var(--accent-hover)',
  '--mantine-shadow-md': 'var(--shadow)',
};

/** Mantine's own colours, all from tokens.css, so that there is one place where a colour is decided. */
export const themeVariables: CSSVariablesResolver = () => ({ variables: {}, light: both, dark: both });
