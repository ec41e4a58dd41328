import { Checkbox, Radio, Stack } from '@mantine/core';
import type { Member } from '../../../../contract/access.ts';
import { useWords } from '../../words/use-words.ts';
import { CustomersField, type Limits } from './customers-field.tsx';

export type Role = Member['role'];
/** The contract's list is a value of zod's, which the console leaves to the server; the types keep the two equal. */
const roles: readonly Role[] = ['administrator', 'renewals-manager', 'sales', 'support', 'viewer'];

export interface ChosenRights {
  readonly role: Role;
  readonly seesPrices: boolean;
  /** Null: all customers. */
  readonly limits: Limits;
}

/** As the API takes them. Nothing is kept from an administrator. */
export function rightsBodyOf({ role, seesPrices, limits }: ChosenRights) {
  const customers = role === 'administrator' ? null : (limits?.map(({ id }) => id) ?? null);
  return { role, seesPrices, customers };
}

export function RightsFields({ rights, set }: { rights: ChosenRights; set: (rights: ChosenRights) => void }) {
  const { t } = useWords();
  return (
    <>
      <Radio.Group
        label={t('access.role')}
        value={rights.role}
        onChange={(role) => set({ ...rights, role: role as Role })}
      >
        <Stack gap={8}>
          {roles.map((role) => (
            <Radio
              key={role}
              value={role}
              label={t(`access.role.${role}`)}
              description={t(`access.role.${role}.may`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Checkbox
        label={t('access.prices')}
        checked={rights.seesPrices}
        onChange={(event) => set({ ...rights, seesPrices: event.currentTarget.checked })}
      />
      {rights.role !== 'administrator' && (
        <CustomersField limits={rights.limits} set={(limits) => set({ ...rights, limits })} />
      )}
    </>
  );
}
