import { Export } from '#domain/exports/export.ts';
import { exportRoutes } from '#domain/exports/routes.ts';
import { serve } from '#functions/serve.ts';
import { linkArchive, openArchiveOf } from './fetch-archive.ts';
import { startExport } from './start-export.ts';

serve('exports-list', exportRoutes.list, async ({ exports }) => ({
  items: (await exports.list()).map((job) => Export.parse(job)),
}));
serve('exports-start', exportRoutes.start, startExport);
serve('exports-link', exportRoutes.link, (work, { params }) => linkArchive(work, params.exportId));
serve('exports-archive', exportRoutes.archive, (work, { params, query }) =>
  openArchiveOf(work, params.exportId, query.token),
);
