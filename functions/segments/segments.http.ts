import { segmentRoutes } from '#domain/segments/routes.ts';
import { serve } from '#functions/serve.ts';
import { listSegment } from './list-segment.ts';
import { readSummary } from './read-summary.ts';

serve('segments-summary', segmentRoutes.summary, readSummary);
serve('segments-customers', segmentRoutes.customers, (work, { query }) => listSegment(work, query));
