/** What comes before the id of a bulk command in the route of its commands. */
export const BULK_ROUTES = 'POST /api/v1/bulk-commands/';

/** What the commands of a bulk command have as their route: by it they are found again. */
export const bulkRoute = (id: string): string => `${BULK_ROUTES}${id}`;
