/** Ways to look at the lists, kept under a name. */
import { Module } from '@nestjs/common';
import { KeepViews } from './keep-views.js';
import { ViewsController } from './views.controller.js';

@Module({ controllers: [ViewsController], providers: [KeepViews] })
export class ViewsModule {}
