/** Which version the writer saw: that of the opening, and once they were told of a later one, that one. */
import { useEffect, useState } from 'preact/hooks';

export const useSeen = (version: number): { seen: number; told: () => void } => {
  const [seen, setSeen] = useState(version);
  const [isTold, setTold] = useState(false);
  useEffect(() => {
    if (!isTold || version === seen) return;
    setSeen(version);
    setTold(false);
  }, [isTold, version]);
  return { seen, told: () => setTold(true) };
};
