/** The calls of an exercise. */
import type { ChangeReplay, ExerciseView, StartReplay } from '@atesto/contract';
import type { Http } from './http.js';

export const training = (http: Http, base: string) => ({
  exercise: () => http<ExerciseView>('GET', `${base}/exercise`),
  startReplay: (body: StartReplay) => http<ExerciseView>('POST', `${base}/exercise/replay`, { body }),
  changeReplay: (body: ChangeReplay) => http<ExerciseView>('PATCH', `${base}/exercise/replay`, { body }),
});
