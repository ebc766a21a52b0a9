// Writes openapi.json and the client types of the tests from the built application, without a database or a port.
// `--check` writes nothing and fails when the committed files are not what the code says.
import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import openapiTypes, { astToString } from 'openapi-typescript';

const [{ AppModule }, { setupRoutes }, { readConfig }, { apiDocument }] = await Promise.all([
  import('../dist/app.module.js'),
  import('../dist/app.setup.js'),
  import('../dist/config/read-config.js'),
  import('../dist/http/api-document.js'),
]);

// in preview nothing is constructed: modules and routes are known, and that is all that is needed
const app = await NestFactory.create(AppModule.forRoot(readConfig({})), { preview: true, logger: ['error'] });
setupRoutes(app);
const document = apiDocument(app);

const types = astToString(await openapiTypes(document));
const files = {
  'openapi.json': `${JSON.stringify(document, null, 2)}\n`,
  'test/support/api.d.ts': `// Generated from openapi.json by \`npm run openapi\`.\n\n${types}`,
};

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};
const stale = Object.entries(files).filter(([file, text]) => read(file) !== text);
if (!process.argv.includes('--check')) for (const [file, text] of stale) writeFileSync(file, text);
else if (stale.length > 0) {
  console.error(`Not what the code says: ${stale.map(([file]) => file).join(', ')}. Run \`npm run openapi\`.`);
  process.exitCode = 1;
}
