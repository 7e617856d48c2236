import type { Migration } from '../dialects/dialect.ts';
import { runDdl } from './ddl.ts';

/** The owner's own news and whom it is told to; goals, what came of ties, and the people of both. */
export const news: Migration = {
  id: '018-news',
  async up(tx, dialect) {
    await runDdl(tx, dialect, STATEMENTS);
  },
};

const LOGGED = 'network_id {text} not null references network(id), id {text} not null, rev {integer} not null';

const STATEMENTS = [
  `create table news (
    ${LOGGED}, kind {text} not null, text {text} not null, date {text} not null, per_day {integer} not null,
    closed_on {text}, primary key (network_id, id)){end}`,
  `create table news_person (
    ${LOGGED}, news_id {text} not null, person_id {text} not null, place {integer} not null, why {text} not null,
    told_on {text}, skipped_on {text}, primary key (network_id, id)){end}`,
  'create index news_person_news on news_person (network_id, news_id, place)',
  'create index news_person_person on news_person (network_id, person_id)',
  `create table goal (
    ${LOGGED}, text {text} not null, due {text}, state {text} not null, made_on {text} not null, ended_on {text},
    primary key (network_id, id)){end}`,
  `create table goal_person (
    ${LOGGED}, goal_id {text} not null, person_id {text} not null, why {text} not null, primary key (network_id, id)){end}`,
  'create index goal_person_goal on goal_person (network_id, goal_id)',
  'create index goal_person_person on goal_person (network_id, person_id)',
  `create table outcome (
    ${LOGGED}, text {text} not null, date {text} not null, goal_id {text}, primary key (network_id, id)){end}`,
  `create table outcome_person (
    ${LOGGED}, outcome_id {text} not null, person_id {text} not null, primary key (network_id, id)){end}`,
  'create index outcome_person_outcome on outcome_person (network_id, outcome_id)',
  'create index outcome_person_person on outcome_person (network_id, person_id)',
];
