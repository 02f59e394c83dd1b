/** So many rows go into a workbook, which is made whole in memory; a CSV file has no end. */
export const workbookRows = 10_000;
