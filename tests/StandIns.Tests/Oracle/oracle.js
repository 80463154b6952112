// Answers one line of JSON for each line of JSON, by the vendor's own library for Node in the folder given as argument.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const readline = require('node:readline');
const load = require('node:module').createRequire(path.join(process.argv[2], '/'));
const twilio = load('twilio');
const jsonwebtoken = load('jsonwebtoken');
const { getExpectedTwilioSignature, getExpectedBodyHash, validateRequest, validateRequestWithBody } = load('twilio/lib/webhooks/webhooks');

// What each noun and verb is called in the builder, where that is not its tag with a small letter.
const nestedIn = { Parameter: 'parameter', Identity: 'identity' };

function build(parent, element) {
  const method = nestedIn[element.tag] ?? element.tag[0].toLowerCase() + element.tag.slice(1);
  const takesText = element.text !== null;
  const child = takesText ? parent[method](element.attributes, element.text) : parent[method](element.attributes);
  for (const inner of element.children) build(child, inner);
}

// The attributes that the library's types know for a tag, each with its closed list of values or null.
function attributes(tag) {
  const types = fs.readFileSync(load.resolve('twilio/lib/twiml/VoiceResponse').replace(/js$/, 'd.ts'), 'utf8');
  const union = name => {
    const found = types.match(new RegExp(`type ${name} = (.*);`));
    return found ? [...found[1].matchAll(/"([^"]*)"/g)].map(value => value[1]) : null;
  };
  const body = types.match(new RegExp(`interface ${tag}Attributes \\{([^}]*)\\}`))?.[1] ?? '';
  return Object.fromEntries([...body.matchAll(/^\s*(\w+)\?: (\w+)/gm)].map(field => [field[1], union(field[2])]));
}

const answers = {
  sign: ({ token, url, form }) => getExpectedTwilioSignature(token, url, form),
  hash: ({ body }) => getExpectedBodyHash(body),
  validate: ({ token, signature, url, form }) => validateRequest(token, signature, url, form),
  validateBody: ({ token, signature, url, body }) => validateRequestWithBody(token, signature, url, body),
  verify: ({ jwt, secret }) => jsonwebtoken.verify(jwt, secret, { algorithms: ['HS256'], complete: true }),
  issue: ({ account, key, secret, options, grant }) => {
    const token = new twilio.jwt.AccessToken(account, key, secret, options);
    token.addGrant(new twilio.jwt.AccessToken.VoiceGrant(grant));
    return token.toJwt();
  },
  twiml: ({ children }) => {
    const response = new twilio.twiml.VoiceResponse();
    for (const child of children) build(response, child);
    return response.toString();
  },
  attributes: ({ tag }) => attributes(tag),
};

readline.createInterface({ input: process.stdin }).on('line', line => {
  const { question, ...rest } = JSON.parse(line);
  let reply;
  try {
    reply = { answer: answers[question](rest) };
  } catch (fault) {
    reply = { fault: String(fault) };
  }
  process.stdout.write(JSON.stringify(reply) + '\n');
});
