import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { setupApp } from './app.setup.js';
import { migrateDatabase } from './database/migrate.js';
import { answerOutsideOfRoutes } from './http/problem.filter.js';
import { AppLogger } from './logging/app-logger.js';
/**
 * The application, ready to listen. Connects to the database that `config` names and brings its schema up to date.
 * @throws StartError if that database cannot be used
 */
export async function createApplication(config) {
    await migrateDatabase(config.database.url);
    const app = await NestFactory.create(AppModule.forRoot(config), {
        bodyParser: false,
        bufferLogs: true,
        abortOnError: false,
    });
    app.useLogger(app.get(AppLogger, { strict: false }));
    await setupApp(app).init();
    answerOutsideOfRoutes(app); // after all routes, which are there from now on
    return app;
}
//# sourceMappingURL=application.js.map