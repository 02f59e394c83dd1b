import { importRoutes } from '#domain/imports/routes.ts';
import { serve } from '#functions/serve.ts';
import { startImport } from './start-import.ts';

serve('imports-start', importRoutes.start, startImport);
serve('imports-get', importRoutes.get, ({ imports }, { params }) => imports.get(params.importId));
