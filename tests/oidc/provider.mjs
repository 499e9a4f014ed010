// SPDX-License-Identifier: EUPL-1.2
// A sign-in provider (OpenID Connect) for tests, of Node's own modules only: it signs, checks and misbehaves as it is told.
//
//   node provider.mjs --client ID --redirect URI --keys FILE [--port N] [--button] [--alg RS256|PS256|ES256] [--misbehave WORD]
//                     [--person JSON] [--claims token|userinfo] [--tls CERTIFICATE KEY]
//
// FILE holds the client's public keys (a JSON Web Key Set). Prints its issuer, http://127.0.0.1:PORT, on the first line and ends when its
// standard input closes. --button asks a person to press one; otherwise everybody is signed in at once. GET /control?misbehave=WORD
// and /control?rotate=1 change what it does; /control alone tells how often each address was asked. The words are in `misbehaviours`.
import { createHash, createHmac, constants, createPublicKey, generateKeyPairSync, randomUUID, sign, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";

const misbehaviours = new Set([
  "", "alg_none", "hs256", "other_alg", "other_key", "unknown_kid", "no_kid", "critical", "changed", "two_subjects", "not_a_token",
  "wrong_iss", "wrong_aud", "no_aud", "more_aud", "more_aud_azp", "wrong_azp", "expired", "nearly_expired", "no_exp", "future", "no_iat",
  "early", "wrong_nonce", "no_nonce", "no_sub", "long_sub", "wrong_at_hash", "no_at_hash",
  "wrong_state", "no_state", "two_states", "wrong_answer_iss", "no_answer_iss", "deny", "broken_error", "no_code",
  "discovery_issuer", "discovery_plain", "discovery_none", "discovery_no_pkce", "discovery_large", "discovery_redirect", "keys_gone",
  "token_redirect", "token_not_json", "token_large", "token_no_id", "token_type", "token_down", "userinfo_other", "userinfo_down",
  "weak_key",
]);

const base64url = bytes => Buffer.from(bytes).toString("base64url");
const now = () => Math.floor((Number(process.env.WEEFSEL_NOW) || Date.now()) / 1000);

function readArguments(words) {
  const said = {port: 0, button: false, alg: "PS256", misbehave: "", claims: "token",
    person: {sub: "person-1", email: "j.jansen@example.org", email_verified: true, name: "Jo Jansen"}};
  while (words.length > 0) {
    const word = words.shift();
    if (word === "--button") said.button = true;
    else if (word === "--person") said.person = JSON.parse(words.shift());
    else if (word === "--tls") said.tls = {cert: readFileSync(words.shift()), key: readFileSync(words.shift())};
    else if (["--port", "--client", "--redirect", "--keys", "--alg", "--misbehave", "--claims"].includes(word)) said[word.slice(2)] = words.shift();
    else throw new Error(`unknown: ${word}`);
  }
  if (!misbehaviours.has(said.misbehave)) throw new Error(`unknown: ${said.misbehave}`);
  return said;
}

const said = readArguments(process.argv.slice(2));
const clientKeys = JSON.parse(readFileSync(said.keys, "utf8")).keys;
const codes = new Map();   // code: what was asked when it was given
const tokens = new Map();  // access token: person
const usedAssertions = new Set();
const asked = {};
let issuer = "";
let key = newKey();
let older = [];

function newKey(bits = 2048) {
  const pair = said.alg === "ES256" ? generateKeyPairSync("ec", {namedCurve: "P-256"}) : generateKeyPairSync("rsa", {modulusLength: bits});
  return {kid: randomUUID(), ...pair};
}

function publicJwk({kid, publicKey}) {
  return {...publicKey.export({format: "jwk"}), kid, use: "sig", alg: said.alg};
}

function signBytes(alg, privateKey, bytes) {
  if (alg === "ES256") return sign("sha256", bytes, {key: privateKey, dsaEncoding: "ieee-p1363"});
  if (alg === "PS256") return sign("sha256", bytes, {key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32});
  if (alg === "RS512") return sign("sha512", bytes, privateKey);
  return sign("sha256", bytes, privateKey);
}

function compact(header, payload, make) {
  const text = `${base64url(JSON.stringify(header))}.${base64url(typeof payload === "string" ? payload : JSON.stringify(payload))}`;
  return `${text}.${base64url(make(Buffer.from(text)))}`;
}

function idToken(question, access) {
  const word = said.misbehave;
  const claims = {iss: issuer, sub: said.person.sub, aud: said.client, iat: now(), exp: now() + 300, nonce: question.nonce};
  claims.at_hash = base64url(createHash("sha256").update(access).digest().subarray(0, 16));
  if (said.claims === "token") Object.assign(claims, said.person);
  const change = {
    wrong_iss: () => { claims.iss = `${issuer}/`; },
    wrong_aud: () => { claims.aud = "somebody-else"; },
    no_aud: () => { delete claims.aud; },
    more_aud: () => { claims.aud = [said.client, "somebody-else"]; },
    more_aud_azp: () => { claims.aud = ["somebody-else", said.client]; claims.azp = said.client; },
    wrong_azp: () => { claims.azp = "somebody-else"; },
    expired: () => { claims.iat = now() - 400; claims.exp = now() - 90; },
    nearly_expired: () => { claims.exp = now() - 30; },
    no_exp: () => { delete claims.exp; },
    future: () => { claims.iat = now() + 90; claims.exp = now() + 400; },
    no_iat: () => { delete claims.iat; },
    early: () => { claims.nbf = now() + 90; },
    wrong_nonce: () => { claims.nonce = base64url(randomUUID()); },
    no_nonce: () => { delete claims.nonce; },
    no_sub: () => { delete claims.sub; },
    long_sub: () => { claims.sub = "a".repeat(256); },
    wrong_at_hash: () => { claims.at_hash = base64url(createHash("sha256").update("another").digest().subarray(0, 16)); },
    no_at_hash: () => { delete claims.at_hash; },
  };
  change[word]?.();
  let payload = JSON.stringify(claims);
  if (word === "two_subjects") payload = payload.replace("{", '{"sub":"the-director",');
  const header = {alg: said.alg, kid: key.kid, typ: "JWT"};
  if (word === "not_a_token") return "not.a token";
  if (word === "alg_none") return compact({...header, alg: "none"}, payload, () => "");
  if (word === "hs256") {
    const secret = key.publicKey.export({format: "pem", type: "spki"});
    return compact({...header, alg: "HS256"}, payload, bytes => createHmac("sha256", secret).update(bytes).digest());
  }
  if (word === "other_alg") return compact({...header, alg: "RS512"}, payload, bytes => signBytes("RS512", key.privateKey, bytes));
  if (word === "unknown_kid") header.kid = "unknown";
  if (word === "no_kid") delete header.kid;
  if (word === "critical") Object.assign(header, {crit: ["b64"], b64: true});
  const signer = word === "other_key" ? newKey() : key;
  const token = compact(header, payload, bytes => signBytes(said.alg, signer.privateKey, bytes));
  if (word !== "changed") return token;
  const [first, , last] = token.split(".");
  return [first, base64url(JSON.stringify({...claims, sub: "the-director"})), last].join(".");
}

/// What is wrong with the proof that the client is the client; nothing when it is good.
function faultOfAssertion(form) {
  if (form.get("client_assertion_type") !== "urn:ietf:params:oauth:client-assertion-type:jwt-bearer") return "type";
  const parts = (form.get("client_assertion") ?? "").split(".");
  if (parts.length !== 3) return "form";
  const [header, claims] = parts.slice(0, 2).map(part => JSON.parse(Buffer.from(part, "base64url").toString()));
  const jwk = clientKeys.find(each => each.kid === header.kid);
  if (!jwk) return "kid";
  const publicKey = createPublicKey({key: jwk, format: "jwk"});
  const bytes = Buffer.from(parts.slice(0, 2).join("."));
  const options = {PS256: {key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32}, RS256: {key: publicKey}}[header.alg];
  if (!options || !verify("sha256", bytes, options, Buffer.from(parts[2], "base64url"))) return "signature";
  if (claims.iss !== said.client || claims.sub !== said.client) return "client";
  if (claims.aud !== `${issuer}/token`) return "audience";
  if (!(claims.exp > now()) || claims.exp > now() + 300 || claims.iat > now() + 5) return "time";
  if (typeof claims.jti !== "string" || claims.jti.length < 16 || usedAssertions.has(claims.jti)) return "jti";
  usedAssertions.add(claims.jti);
  return "";
}

function answerJson(response, status, value) {
  response.writeHead(status, {"content-type": "application/json", "cache-control": "no-store"});
  response.end(typeof value === "string" ? value : JSON.stringify(value));
}

function redirect(response, where) {
  response.writeHead(302, {location: where});
  response.end();
}

function discovery(response) {
  const word = said.misbehave;
  if (word === "discovery_none") return answerJson(response, 404, {});
  if (word === "discovery_redirect") return redirect(response, `${issuer}/elsewhere`);
  const document = {
    issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks`,
    userinfo_endpoint: `${issuer}/userinfo`, response_types_supported: ["code"], subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: [said.alg], code_challenge_methods_supported: ["S256"],
    token_endpoint_auth_methods_supported: ["private_key_jwt"],
    token_endpoint_auth_signing_alg_values_supported: said.alg === "PS256" ? ["PS256", "RS256"] : ["RS256"],
    authorization_response_iss_parameter_supported: true,
  };
  if (word === "discovery_issuer") document.issuer = `${issuer}/`;
  if (word === "discovery_plain") document.token_endpoint = "http://accounts.example.org/token";
  if (word === "discovery_no_pkce") document.code_challenge_methods_supported = ["plain"];
  if (word === "discovery_large") document.padding = "x".repeat(1_200_000);
  return answerJson(response, 200, document);
}

function authorize(url, response) {
  const question = Object.fromEntries(url.searchParams);
  const good = question.response_type === "code" && question.client_id === said.client && question.redirect_uri === said.redirect &&
    question.code_challenge_method === "S256" && /^[\w-]{43}$/.test(question.code_challenge ?? "") && (question.state ?? "").length >= 22 &&
    (question.nonce ?? "").length >= 22 && (question.scope ?? "").split(" ").includes("openid");
  // To an address that is not the client's, nobody is sent.
  if (!good) return answerJson(response, 400, {error: "invalid_request"});
  if (said.button && url.searchParams.get("pressed") !== "1") {
    url.searchParams.set("pressed", "1");
    response.writeHead(200, {"content-type": "text/html; charset=utf-8"});
    const fields = [...url.searchParams].map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`).join("");
    return response.end(`<!doctype html><html lang="nl"><title>Inloggen (verzonnen)</title><h1>Inloggen</h1><form action="/authorize">${fields}<button>Inloggen</button></form></html>`);
  }
  const word = said.misbehave;
  const code = base64url(randomUUID());
  codes.set(code, question);
  const back = new URL(said.redirect);
  const set = (name, value) => back.searchParams.set(name, value);
  if (word === "deny") set("error", "access_denied");
  else if (word === "broken_error") set("error", "<script>alert(1)</script>");
  else if (word !== "no_code") set("code", code);
  if (word !== "no_state") set("state", word === "wrong_state" ? base64url(randomUUID()) : question.state);
  if (word === "two_states") back.searchParams.append("state", question.state);
  if (word !== "no_answer_iss") set("iss", word === "wrong_answer_iss" ? "https://elsewhere.example.org" : issuer);
  return redirect(response, back.href);
}

function escape(text) {
  return text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
}

function token(form, response) {
  const word = said.misbehave;
  if (word === "token_redirect") { response.writeHead(307, {location: `${issuer}/elsewhere`}); return response.end(); }
  if (word === "token_down") return answerJson(response, 503, "<html>");
  if (word === "token_not_json") return answerJson(response, 200, "<html>");
  if (word === "token_large") return answerJson(response, 200, `{"padding":"${"x".repeat(1_200_000)}"}`);
  if (faultOfAssertion(form)) return answerJson(response, 401, {error: "invalid_client", error_description: faultOfAssertion(form)});
  const question = codes.get(form.get("code"));
  codes.delete(form.get("code")); // once
  const challenge = base64url(createHash("sha256").update(form.get("code_verifier") ?? "").digest());
  if (form.get("grant_type") !== "authorization_code" || !question || question.redirect_uri !== form.get("redirect_uri") || question.code_challenge !== challenge)
    return answerJson(response, 400, {error: "invalid_grant"});
  const access = base64url(randomUUID());
  tokens.set(access, said.person);
  const answer = {access_token: access, token_type: word === "token_type" ? "mac" : "Bearer", expires_in: 300};
  if (word !== "token_no_id") answer.id_token = idToken(question, access);
  return answerJson(response, 200, answer);
}

function userinfo(request, response) {
  const access = (request.headers.authorization ?? "").replace(/^Bearer /, "");
  if (!tokens.has(access) || said.misbehave === "userinfo_down") return answerJson(response, 401, {error: "invalid_token"});
  const person = tokens.get(access);
  return answerJson(response, 200, said.misbehave === "userinfo_other" ? {...person, sub: "the-director"} : person);
}

function control(url, response) {
  const word = url.searchParams.get("misbehave");
  if (word !== null && misbehaviours.has(word)) said.misbehave = word;
  if (url.searchParams.get("rotate")) { older = [key]; key = newKey(); }
  return answerJson(response, 200, asked);
}

async function answer(request, response) {
  const url = new URL(request.url, issuer);
  asked[url.pathname] = (asked[url.pathname] ?? 0) + 1;
  let body = "";
  for await (const piece of request) body += piece;
  if (url.pathname === "/.well-known/openid-configuration") return discovery(response);
  if (url.pathname === "/authorize") return authorize(url, response);
  if (url.pathname === "/jwks") {
    if (said.misbehave === "keys_gone") return answerJson(response, 500, {});
    return answerJson(response, 200, {keys: [publicJwk(key), ...older.map(publicJwk)]});
  }
  if (url.pathname === "/token" && request.method === "POST") return token(new URLSearchParams(body), response);
  if (url.pathname === "/userinfo") return userinfo(request, response);
  if (url.pathname === "/control") return control(url, response);
  return answerJson(response, 404, {});
}

if (said.misbehave === "weak_key") key = newKey(1024);
const server = said.tls ? createTlsServer(said.tls, answer) : createServer(answer);
server.listen(Number(said.port), "127.0.0.1", () => {
  issuer = `${said.tls ? "https" : "http"}://127.0.0.1:${server.address().port}`;
  console.log(issuer);
});
process.stdin.resume().on("end", () => process.exit(0));
