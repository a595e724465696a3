/** What people say in the exercise. Everything here is made up: the storm, the people, the numbers. */
export interface ExerciseText {
  category: string;
  text: string;
  place: string;
  /** Title a responder would give the incident. */
  title: string;
}

const entry = (category: string, text: string, place: string, title: string): ExerciseText => ({
  category,
  text,
  place,
  title,
});

export const exerciseTexts: ExerciseText[] = [
  entry(
    'flood',
    'Exercise. The dyke path is under water, it runs into the gardens behind it.',
    'Dyke path',
    'Water over the dyke path',
  ),
  entry(
    'flood',
    'Exercise. Water stands knee-deep in our street and is still rising.',
    'Harbour street',
    'Harbour street flooded',
  ),
  entry(
    'flood',
    'Exercise. The underpass is full, a car is stuck in it. Nobody inside.',
    'Station underpass',
    'Underpass flooded, car stuck',
  ),
  entry(
    'road',
    'Exercise. A tree lies across both lanes, no way through to the hospital.',
    'Hospital road',
    'Tree blocks the hospital road',
  ),
  entry(
    'road',
    'Exercise. The small bridge moves when one walks on it. Please close it.',
    'Mill bridge',
    'Mill bridge unsafe',
  ),
  entry(
    'power',
    'Exercise. No light in the whole quarter since seven, the lift is stuck.',
    'East quarter',
    'Power out in the east quarter',
  ),
  entry(
    'power',
    'Exercise. The mast by the church leans, cables hang into the street.',
    'Church square',
    'Mast about to fall',
  ),
  entry(
    'medical',
    'Exercise. An old man has fallen on the stairs, he is awake and in pain.',
    'Stairs at the market',
    'Man hurt on the stairs',
  ),
  entry(
    'medical',
    'Exercise. Two people with cuts from broken glass, we need bandages.',
    'School gym',
    'Two people with cuts',
  ),
  entry(
    'shelter',
    'Exercise. Eleven people wait in the school gym, four of them are children. It is cold.',
    'School gym',
    'Eleven people need shelter',
  ),
  entry(
    'shelter',
    'Exercise. Our roof is half gone, we can stay until it rains again.',
    'Windmill lane',
    'Roof gone, family of five',
  ),
  entry('water', 'Exercise. Tap water is brown and smells. Can we drink it?', 'North quarter', 'Tap water brown'),
  entry(
    'food',
    'Exercise. The baker gives out bread for free until noon, bring bags.',
    'Market',
    'Bread given out at the market',
  ),
  entry(
    'trapped',
    'Exercise. Somebody knocks from inside the flooded cellar. We cannot open the door.',
    'Canal house',
    'Person trapped in a cellar',
  ),
  entry(
    'collapse',
    'Exercise. The wall of the boathouse has come down onto the path.',
    'Boathouse',
    'Boathouse wall collapsed',
  ),
  entry(
    'fire',
    'Exercise. Smoke from the transformer, no flames to be seen yet.',
    'Transformer by the lock',
    'Smoke from a transformer',
  ),
  entry(
    'missing',
    'Exercise. My neighbour has not come back from the dyke, she wears a yellow coat.',
    'Dyke',
    'Person missing at the dyke',
  ),
  entry(
    'other',
    'Exercise. We are four with a boat and can fetch people. Tell us where to.',
    'Marina',
    'Four people offer a boat',
  ),
];
