import { everyFont, fontOf, lettersOf, type Run, runsOf, type Weight } from './letters.ts';

/** In points, from the top left corner. */
type Place = { x: number; width: number; align?: 'left' | 'right' };
type Style = { size: number; weight?: Weight; color?: string };
type Text = Place & Style;
type Tag = 'H1' | 'P';

const ink = '#14213d';
const a4 = { width: 595.28, height: 841.89 };
const margin = 56;
/** Of the size of its letters. */
const lineHeight = 1.45;

export const sheetEdges = { left: margin, right: a4.width - margin, top: margin, bottom: a4.height - margin };

/**
 * Draws text on A4, letter by letter from the font that has it, and says to a screen reader what stands there. A line
 * that does not fit the page any more goes on the next one.
 */
export async function newSheet(doc: PDFKit.PDFDocument) {
  const fonts = await Promise.all(
    everyFont.map(async (font) => ({ ...font, bytes: await fontOf(font.part, font.weight) })),
  );
  for (const { name, bytes } of fonts) doc.registerFont(name, bytes);
  const all = doc.struct('Document');
  doc.addStructure(all);

  const set = ({ part }: Run, { size, weight = 400 }: Style) => doc.font(`${part}-${weight}`).fontSize(size);
  const widthOf = (runs: Run[], style: Style): number =>
    runs.reduce((sum, run) => sum + set(run, style).widthOfString(run.text), 0);
  const fits = (text: string, style: Text): boolean => widthOf(runsOf(text), style) <= style.width;

  /** The text in lines that fit. */
  function wrap(text: string, style: Text): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(/\s+/).flatMap((one) => pieces(one, style))) {
      const longer = line ? `${line} ${word}` : word;
      if (fits(longer, style)) line = longer;
      else {
        if (line) lines.push(line);
        line = word;
      }
    }
    return [...lines, line];
  }

  function pieces(word: string, style: Text): string[] {
    if (fits(word, style)) return [word];
    const found = [''];
    for (const letter of lettersOf(word)) {
      const longer = `${found.at(-1)}${letter}`;
      if (fits(longer, style)) found[found.length - 1] = longer;
      else found.push(letter);
    }
    return found;
  }

  function drawLine(text: string, y: number, style: Text): void {
    const runs = runsOf(text);
    let x = style.align === 'right' ? style.x + style.width - widthOf(runs, style) : style.x;
    doc.fillColor(style.color ?? ink);
    for (const run of runs) {
      set(run, style).text(run.text, x, y, { lineBreak: false });
      x += doc.widthOfString(run.text);
    }
  }

  return {
    heightOf: (text: string, style: Text): number => wrap(text, style).length * style.size * lineHeight,

    /** Answers where the next line would stand. */
    write(text: string, y: number, style: Text, tag: Tag = 'P'): number {
      const element = doc.struct(tag, { actual: text });
      all.add(element);
      let at = y;
      for (const line of wrap(text, style)) {
        if (at + style.size * lineHeight > sheetEdges.bottom) {
          doc.addPage();
          at = sheetEdges.top;
        }
        const content = doc.markStructureContent('Span');
        drawLine(line, at, style);
        doc.endMarkedContent();
        element.add(content);
        at += style.size * lineHeight;
      }
      element.end();
      return at;
    },

    /** A hairline across the page. */
    rule(y: number): void {
      doc.markContent('Artifact', { type: 'Layout' });
      doc.moveTo(sheetEdges.left, y).lineTo(sheetEdges.right, y).lineWidth(0.75).strokeColor('#d6d2c8').stroke();
      doc.endMarkedContent();
    },

    /** Inside of the box, at its top left corner. */
    picture(jpeg: Uint8Array, { alt, fit }: { alt: string; fit: [number, number] }): void {
      const figure = doc.struct('Figure', { alt });
      all.add(figure);
      const content = doc.markStructureContent('Figure');
      doc.image(Buffer.from(jpeg), sheetEdges.left, sheetEdges.top, { fit });
      doc.endMarkedContent();
      figure.add(content);
      figure.end();
    },

    end: (): void => all.end(),
  };
}
export type Sheet = Awaited<ReturnType<typeof newSheet>>;
