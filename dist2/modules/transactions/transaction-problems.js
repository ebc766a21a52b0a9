import { ProblemError, UnknownError } from '../../common/problems.js';
export const transactionUnknown = (id) => new UnknownError('transaction', id, 'GET /api/v1/transactions lists them.');
export const transactionEnded = (id) => new ProblemError('transaction-ended', 409, `Transaction ${id} has ended already. Correct it instead.`);
export const transactionActive = (id, names) => new ProblemError('transaction-active', 409, `Transaction ${id} still runs, so ${names.join(' and ')} cannot be corrected. Close it first.`);
export const correctionUnknown = (id) => new UnknownError('correction', id, 'GET /api/v1/transactions/{id}/corrections lists them.');
export const correctionWithdrawn = (id) => new ProblemError('correction-withdrawn', 409, `Correction ${id} was withdrawn already.`);
export const withdrawalFinal = (id) => new ProblemError('withdrawal-final', 409, `${id} is a withdrawal. Make the correction again instead.`);
//# sourceMappingURL=transaction-problems.js.map