import { QueryFailedError } from 'typeorm';
/**
 * Waits for a statement that carries token values. TypeORM hangs the parameters on its errors, and whoever logs such
 * an error would log a PIN code [OCPP 2.0.1 C04.FR.04]; so only the error of the database itself passes.
 */
export async function withoutParameters(statement) {
    try {
        return await statement;
    }
    catch (error) {
        throw error instanceof QueryFailedError ? error.driverError : error;
    }
}
//# sourceMappingURL=without-parameters.js.map