/** Finds room on a sheet for words beside what they speak of, so that none lies on another. Pure. */
export interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Label {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

const overlaps = (one: Rectangle, other: Rectangle): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Of an average letter, as a share of the size of letters. */
const letterWidth = 0.58;

export class LabelRoom {
  private readonly taken: Rectangle[] = [];

  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {}

  take(rectangle: Rectangle): void {
    this.taken.push(rectangle);
  }

  /** Beside a point, below or above it; null where there is no room. `gap` keeps it off the mark itself. */
  find(x: number, y: number, text: string, size: number, gap: number): Label | null {
    const [wide, up, down] = [text.length * size * letterWidth, size * 0.8, size * 0.25];
    const middle = y + size * 0.33;
    const tries: [Label, number][] = [
      [{ x: x + gap, y: middle, anchor: 'start' }, x + gap],
      [{ x: x - gap, y: middle, anchor: 'end' }, x - gap - wide],
      [{ x, y: y + gap + up, anchor: 'middle' }, x - wide / 2],
      [{ x, y: y - gap - down, anchor: 'middle' }, x - wide / 2],
    ];
    for (const [label, left] of tries) {
      const room = { left, right: left + wide, top: label.y - up, bottom: label.y + down };
      if (!this.isFree(room)) continue;
      this.taken.push(room);
      return label;
    }
    return null;
  }

  private isFree(room: Rectangle): boolean {
    const isInside = room.left >= 2 && room.top >= 2 && room.right <= this.width - 2 && room.bottom <= this.height - 2;
    return isInside && !this.taken.some((one) => overlaps(one, room));
  }
}
