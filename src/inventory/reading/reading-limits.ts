/**
 * How much of a file Vigente is willing to hold or walk through. A file beyond one of these ends in a `too-large`
 * fault that names the limit; nothing is cut off in silence.
 */

const KiB = 1024;
const MiB = 1024 * KiB;

/** Bytes of a text file. A million rows of a full report are about 370 MB. */
export const maxTextBytes = 4096 * MiB;

/** Rows under the headings. Bounds the memory that finds order numbers given twice (16 bytes a slot). */
export const maxRows = 3_000_000;

/** Columns. Spreadsheets end at 16,384, inventories at about a hundred. */
export const maxColumns = 1_000;

/** Characters of one record with all its line breaks: what a quotation mark that never closes may swallow. */
export const maxRecordCharacters = MiB;

/** Lines above the headings that may be a title, a date or blank. */
export const maxLinesAboveHeadings = 10;

/** Characters from which separator and headings are judged. */
export const sampleCharacters = 256 * KiB;

/** Bytes read at a time. Larger pieces do not read faster, smaller ones do read slower. */
export const chunkBytes = 64 * KiB;

/** Characters of one line of text: a company, a person, a product. */
export const maxTextCharacters = 300;

/** Characters of a list of names; 250 names of full length fit. */
export const maxNamesCharacters = 65_536;

/** Names on one certificate; authorities end at 250 or 500. */
export const maxNames = 1_000;

/** Characters of a note. */
export const maxNoteCharacters = 10_000;

/** Bytes of a workbook as it lies on disk; it is held whole while it is read. */
export const maxWorkbookBytes = 128 * MiB;

/** Parts inside a workbook: sheets, pictures, relations. */
export const maxWorkbookParts = 5_000;

/** Bytes of all parts of a workbook once inflated. */
export const maxInflatedBytes = 1024 * MiB;

/** Bytes of the parts that are held whole while the sheet runs by: shared texts, styles, relations. */
export const maxInflatedTextBytes = 64 * MiB;

/** Inflated size over size on disk. Deflate reaches 1,032; sheets as people have them stay under 60. */
export const maxInflationRatio = 250;

/** A workbook whose parts inflate to less than this is not judged by its ratio. */
export const ratioCountsFromBytes = 16 * MiB;

/** Heap of the thread that reads a workbook, in MiB. */
export const workbookHeapMiB = 512;

/** Sheets that are looked at for one whose headings can be read. */
export const maxSheetsTried = 12;
