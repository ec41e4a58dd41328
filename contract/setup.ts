import { z } from 'zod';
import { instant, isoDay } from './list.ts';

/** In the order in which a new partner needs them. */
export const setupSteps = ['brand', 'mail', 'import', 'promise', 'calendar', 'plan', 'sending'] as const;
export const setupStep = z.enum(setupSteps);
export type SetupStep = z.infer<typeof setupStep>;

export const setupStates = ['done', 'skipped', 'open'] as const;

/** What a person said about a step: that it is as it should be, or that it has to wait. */
export const setupWord = z.enum(['confirmed', 'skipped']);
export type SetupWord = z.infer<typeof setupWord>;

export const setupShown = z
  .object({
    steps: z.array(
      z.object({
        step: setupStep,
        state: z.enum(setupStates),
        /** `fact`: seen in what is set; `word`: somebody said so. Null while it is open. */
        by: z.enum(['fact', 'word']).nullable(),
        /** Who said it, and when. */
        word: z.object({ word: setupWord, by: z.string().nullable(), at: instant }).nullable(),
      }),
    ),
    /** Steps that are done. */
    done: z.number().int(),
    /** Where to go on: the first open step; null when none is open. */
    next: setupStep.nullable(),
  })
  .meta({ id: 'Setup' });
export type SetupShown = z.infer<typeof setupShown>;
export type SetupStepShown = SetupShown['steps'][number];

/** Null takes the word back. */
export const setupWordChange = z.strictObject({ word: setupWord.nullable() });

/** The authorities of the inventory, with what is published about the days kept. None of it is promised. */
export const setupAuthorities = z
  .object({
    authorities: z.array(
      z.object({
        /** As promises name it. */
        key: z.string(),
        name: z.string(),
        /** What is known of its terms today; null: nothing. */
        published: z
          .object({
            id: z.string(),
            windowDays: z.number().int(),
            carriesOver: z.boolean(),
            from: isoDay.nullable(),
            until: isoDay.nullable(),
            inForce: z.boolean(),
          })
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'SetupAuthorities' });
export type SetupAuthorities = z.infer<typeof setupAuthorities>;
export type SetupAuthority = SetupAuthorities['authorities'][number];
