type Admin = { id: string };

/** Whether an admin may go: somebody must be left who can let people in. `active` are all admins that are not suspended. */
export function mayLoseAdmin(active: readonly Admin[], userId: string): boolean {
  const isOne = active.some((admin) => admin.id === userId);
  return !isOne || active.length > 1;
}
