import * as z from 'zod';
import { Count, countQuery } from '#domain/kernel/list.ts';
import { pageOf } from '#domain/kernel/page.ts';
import { route } from '#domain/kernel/route.ts';
import { Distributions } from './distribution.ts';
import { CustomerStanding, standingParams } from './explain.ts';
import { SegmentExportQuery, SegmentFilter, SegmentListQuery, SegmentRow } from './list.ts';
import { Rebuild } from './rebuild.ts';
import { SegmentSummary } from './segment.ts';
import { SegmentSettings } from './settings.ts';

export const segmentRoutes = {
  summary: route({
    method: 'GET',
    path: 'segments',
    summary: 'The segments and how many customers each holds',
    access: 'segments.view',
    result: SegmentSummary,
  }),
  customers: route({
    method: 'GET',
    path: 'segments/customers',
    summary: 'Customers with their scores: of one segment, one cell of the heat map or all',
    access: 'segments.view',
    query: SegmentListQuery,
    result: pageOf(SegmentRow).extend({ version: z.int() }),
  }),
  count: route({
    method: 'GET',
    path: 'segments/customers/count',
    summary: 'How many customers the list holds',
    access: 'segments.view',
    query: countQuery(SegmentFilter),
    result: Count,
  }),
  export: route({
    method: 'GET',
    path: 'segments/export',
    summary: 'The list with scores, whole or the chosen ones, as CSV',
    access: 'customers.export',
    query: SegmentExportQuery,
    produces: 'text/csv',
  }),
  exportXlsx: route({
    method: 'GET',
    path: 'segments/export.xlsx',
    summary: 'The list with scores, whole or the chosen ones, as a workbook',
    access: 'customers.export',
    query: SegmentExportQuery,
    produces: 'file',
  }),
  standing: route({
    method: 'GET',
    path: 'segments/customers/{customerId}',
    summary: 'One customer explained: each score, the way there, and what one more payment would do',
    access: 'segments.view',
    params: standingParams,
    result: CustomerStanding,
  }),
  distributions: route({
    method: 'GET',
    path: 'segments/distributions',
    summary: 'How recency, frequency, spend and markets lie, with the cuts between the scores',
    access: 'segments.view',
    result: Distributions,
  }),
  settings: route({
    method: 'GET',
    path: 'segments/settings',
    summary: 'How the business scores its customers',
    access: 'segments.view',
    result: SegmentSettings,
  }),
  changeSettings: route({
    method: 'PUT',
    path: 'segments/settings',
    summary: 'Change how the business scores its customers; everybody is scored anew',
    access: 'workspace.settings',
    heavy: true,
    body: SegmentSettings,
    result: SegmentSettings,
  }),
  rebuild: route({
    method: 'GET',
    path: 'segments/rebuild',
    summary: 'How the last comparison with the payments ended, or how far it is',
    access: 'segments.view',
    result: Rebuild,
  }),
  startRebuild: route({
    method: 'POST',
    path: 'segments/rebuild',
    summary: 'Compare and repair all scores by the payments now, and make forecasts, groups and trends anew',
    access: 'segments.rebuild',
    heavy: true,
    result: Rebuild,
    status: 202,
  }),
};
