/**
 * A request that is answered even where it breaks its schema: only the essential keys are sure to be there,
 * everything else may have been dropped by a leniency rule.
 */
export type Tolerant<T, Essential extends keyof T> = Pick<T, Essential> & Partial<Omit<T, Essential>>;
