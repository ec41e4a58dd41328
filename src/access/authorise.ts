import { Fault } from '../kernel/fault.ts';
import type { Caller, Role } from './caller.ts';
import { isPermission, type Permission, permissions } from './permissions.ts';

/** Whether the role holds the permission at all. */
export function mayDo(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role);
}

/**
 * Whether this caller may: by role, for an API key also by its scopes, prices only for whom they were opened to, and
 * the audit log only for whom all customers are open.
 * What a person limited to some customers may do is still limited to those: see `visibleCustomers`.
 */
export function isAllowed(caller: Caller, permission: Permission): boolean {
  if (!mayDo(caller.role, permission)) return false;
  if (caller.via === 'api-key' && !caller.scopes.includes(permission)) return false;
  // The log tells of every customer.
  if (permission === 'audit:read' && caller.customers !== null) return false;
  return permission !== 'prices:see' || caller.seesPrices;
}

/** Throws `forbidden` unless the caller may; `internal` for a permission that no policy names. */
export function authorise(caller: Caller, permission: string): void {
  if (!isPermission(permission)) throw new Fault('internal', `no policy names the permission ${permission}`);
  if (isAllowed(caller, permission)) return;
  throw new Fault('forbidden', `this needs the permission ${permission}`, {
    code: 'needs-permission',
    params: { permission },
    hint:
      caller.via === 'api-key'
        ? 'use a key with that scope, made by someone whose role has it'
        : 'ask an administrator of this installation',
  });
}

/** The permissions that the caller holds, for a console that shows only what works. */
export function permissionsOf(caller: Caller): Permission[] {
  return (Object.keys(permissions) as Permission[]).filter((permission) => isAllowed(caller, permission));
}
