/** Outlines by severity, so that it can be told without colours: circle, rounded square, diamond, triangle. Pure. */
import type { Severity } from '@atesto/contract';

/** As an SVG path around the origin; `radius` is that of the circle that looks equally large. */
export function shapePath(severity: Severity, radius: number): string {
  const n = (factor: number): string => (factor * radius).toFixed(2);
  switch (severity) {
    case 'low':
      return `M${n(-1)} 0a${n(1)} ${n(1)} 0 1 1 ${n(2)} 0a${n(1)} ${n(1)} 0 1 1 ${n(-2)} 0z`;
    case 'normal':
      return rounded([
        [-0.9, -0.9],
        [0.9, -0.9],
        [0.9, 0.9],
        [-0.9, 0.9],
      ]);
    case 'high':
      return rounded([
        [0, -1.28],
        [1.28, 0],
        [0, 1.28],
        [-1.28, 0],
      ]);
    case 'critical':
      return rounded([
        [0, -1.5],
        [1.42, 1.02],
        [-1.42, 1.02],
      ]);
  }

  function rounded(corners: readonly (readonly [number, number])[]): string {
    const round = 0.22;
    const parts = corners.map(([x, y], at) => {
      const before = corners[(at + corners.length - 1) % corners.length]!;
      const after = corners[(at + 1) % corners.length]!;
      const towards = ([tx, ty]: readonly [number, number]): string => {
        const length = Math.hypot(tx - x, ty - y);
        return `${n(x + ((tx - x) * round) / length)} ${n(y + ((ty - y) * round) / length)}`;
      };
      return `${at === 0 ? 'M' : 'L'}${towards(before)}Q${n(x)} ${n(y)} ${towards(after)}`;
    });
    return `${parts.join('')}z`;
  }
}

/** Glyphs sit lower in a triangle, where it is wide. */
export const glyphShift = (severity: Severity, radius: number): number => (severity === 'critical' ? radius * 0.26 : 0);
