import { roleProcesses } from '../../src/commands/roles.ts'

/** Roles that get a container each: `workers` is two of them. */
export const singleRoles = Object.keys(roleProcesses).filter(
  (role) => (roleProcesses[role]?.length ?? 0) < 2,
)
