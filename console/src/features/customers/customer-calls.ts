import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ConsentChange, Contact, ContactChange, NewContact } from '../../../../contract/contacts.ts';
import type { CustomerChange, CustomerView } from '../../../../contract/customers.ts';
import type { Undoable } from '../../../../contract/list.ts';
import { api } from '../../api/client.ts';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';

export function customerQuery(id: string) {
  return queryOptions({
    queryKey: ['customer', id],
    queryFn: ({ signal }) => api.get<CustomerView>(`/customers/${id}`, undefined, signal),
  });
}

export const changeCustomer = (customer: CustomerView, body: CustomerChange): Promise<Undoable> =>
  api.patch<Undoable>(`/customers/${customer.id}`, { body, etag: customer.etag });

export const addContact = (customer: string, body: NewContact): Promise<Contact> =>
  api.post<Contact>(`/customers/${customer}/contacts`, { body });

const contactPath = (customer: string, contact: Contact): string =>
  `/customers/${customer}/contacts/${contact.id}`;

export const changeContact = (customer: string, contact: Contact, body: ContactChange): Promise<Contact> =>
  api.patch<Contact>(contactPath(customer, contact), { body, etag: contact.etag });

export const changeConsent = (customer: string, contact: Contact, body: ConsentChange): Promise<Contact> =>
  api.put<Contact>(`${contactPath(customer, contact)}/consents`, { body });

interface Told<T> {
  readonly says: (given: T) => string;
}

/** Says what was done, with its undo where there is one, and asks for the customer anew; a failure is said too. */
export function useChange<T>(change: (given: T) => Promise<unknown>, { says }: Told<T>) {
  const queries = useQueryClient();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer, given) => {
      toast({ text: says(given), undo: undoOf(answer) });
      await queries.invalidateQueries();
    },
    onError: (error) => {
      const { what, toDo } = problemText(error);
      toast({ text: `${what} ${toDo}`, tone: 'problem' });
    },
  });
}

function undoOf(answer: unknown): string | null {
  const token = (answer as { undo?: unknown } | undefined)?.undo;
  return typeof token === 'string' ? token : null;
}
