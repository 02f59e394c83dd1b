import { importRoutes } from '#domain/imports/routes.ts';
import { serve } from '#functions/serve.ts';
import { askToRun, askToUndo } from './ask-import.ts';
import { mapImport } from './map-import.ts';
import { readErrors } from './read-errors.ts';
import { startImport } from './start-import.ts';

serve('imports-list', importRoutes.list, ({ imports }, { query }) => imports.list(query));
serve('imports-start', importRoutes.start, startImport);
serve('imports-get', importRoutes.get, ({ imports }, { params }) => imports.get(params.importId));
serve('imports-map', importRoutes.map, (work, { params, body }) => mapImport(work, params.importId, body));
serve('imports-run', importRoutes.run, (work, { params }) => askToRun(work, params.importId));
serve('imports-undo', importRoutes.undo, (work, { params }) => askToUndo(work, params.importId));
serve('imports-errors', importRoutes.errors, (work, { params }) => readErrors(work, params.importId));
