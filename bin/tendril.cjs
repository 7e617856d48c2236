#!/usr/bin/env node
// Old syntax throughout: this file must still be understood by the Node versions that it turns away.
'use strict';

var needed = 26;
var major = Number(process.versions.node.split('.')[0]);

if (major < needed) {
  process.stderr.write(
    'tendril needs Node ' +
      needed +
      ' or newer, this is Node ' +
      process.versions.node +
      '.\n' +
      'Get it from https://nodejs.org/en/download (or: nvm install ' +
      needed +
      '), then run tendril again.\n',
  );
  process.exitCode = 1;
} else {
  require('../dist/main.js');
}
