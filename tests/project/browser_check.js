// Opens a page in a Chromium, driven by playwright-core, at the widths of a desk, a tablet and a phone: it may ask for
// nothing but itself, say nothing on its console, be no wider than the window, and need no mouse; axe-core may find
// nothing serious. Screenshots and the print are left in SHOTS, to be looked at. Prints what is wrong, a line each.
//
// usage: node browser_check.js NODE_MODULES CHROMIUM PAGE SHOTS
"use strict";
const fs = require("fs");
const path = require("path");
const {pathToFileURL} = require("url");
const [modules, chromiumPath, file, shots] = process.argv.slice(2);
const {chromium} = require(path.join(modules, "playwright-core"));
const axe = fs.readFileSync(path.join(modules, "axe-core", "axe.min.js"), "utf8");

const SCREENS = [
  {name: "desk", viewport: {width: 1440, height: 900}},
  {name: "tablet", viewport: {width: 800, height: 1100}},
  {name: "phone", viewport: {width: 360, height: 740}, isMobile: true, hasTouch: true},
];
const STOPS = "a[href],button,input,select,textarea,summary,[tabindex]";

const problems = [];
const wrong = (text) => problems.push(text);

// A fresh page of the file; whatever it asks for and says is a problem.
async function open(browser, screen, more) {
  const url = pathToFileURL(path.resolve(file)).href;
  const {viewport, isMobile, hasTouch} = screen;
  const context = await browser.newContext({viewport, isMobile, hasTouch, reducedMotion: "reduce", ...more});
  await context.route("**", (route) => route.request().url() === url ? route.continue() : route.abort());
  context.on("request", (request) => request.url() === url || wrong(`${screen.name}: it asks for ${request.url()}`));
  context.on("console", (message) => wrong(`${screen.name}: the console says: ${message.text()}`));
  context.on("weberror", (error) => wrong(`${screen.name}: ${error.error()}`));
  const page = await context.newPage();
  await page.goto(url, {waitUntil: "networkidle"});
  return page;
}

async function checkWithAxe(page, name) {
  await page.evaluate(axe);  // the page lets no script into its own text
  const violations = await page.evaluate(async () => (await window.axe.run(document, {resultTypes: ["violations"]})).violations);
  for (const {id, impact, nodes} of violations) {
    if (!["serious", "critical"].includes(impact)) continue;
    wrong(`${name}: axe-core: ${id} (${impact}): ${nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
  }
}

async function checkScreen(browser, screen) {
  for (const colorScheme of ["light", "dark"]) {
    const name = screen.name + (colorScheme === "dark" ? "-dark" : "");
    const page = await open(browser, screen, {colorScheme});
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > screen.viewport.width) wrong(`${name}: the page is ${wide} pixels wide`);
    await page.screenshot({path: path.join(shots, `${name}.png`)});
    if (colorScheme === "light") await page.screenshot({path: path.join(shots, `${name}-whole.png`), fullPage: true});
    await checkWithAxe(page, name);
    await page.context().close();
  }
}

// Everything that takes the focus and can be seen, numbered in the order of the page. Of radio buttons of one name
// the keyboard stops at one, and the arrow keys reach the others.
function numberStops(page) {
  return page.evaluate((selector) => {
    const stops = [...document.querySelectorAll(selector)].filter(
      (element) => element.checkVisibility() && element.tabIndex >= 0 && !(element.type === "radio" && !element.checked));
    stops.forEach((element, i) => { element.dataset.stop = i; });
    return stops.length;
  }, STOPS);
}

// What has the focus: its number, and whether an eye would find it.
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return {
      stop: element.dataset.stop, html: element.outerHTML.slice(0, 120),
      marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 ||
        element.type === "radio" && getComputedStyle(element.labels[0]).outlineStyle !== "none",
      inWindow: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  });
}

async function checkKeyboard(browser, screen) {
  const page = await open(browser, screen);
  const press = (key) => page.keyboard.press(key);
  await press("Tab");
  if (!await page.evaluate(() => document.activeElement.className === "skip")) wrong("the first stop is not the skip link");
  // What is folded away is opened with the keyboard too.
  for (const summary of await page.locator("details > summary").all()) {
    if (await summary.evaluate((element) => element.parentElement.open)) continue;
    await summary.focus();
    await press("Enter");
    if (!await summary.evaluate((element) => element.parentElement.open)) wrong(`Enter opens nothing: ${await summary.innerText()}`);
  }
  const wanted = await numberStops(page);
  await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
  await page.locator(".skip").focus();
  const reached = [];
  for (let i = 0; i < wanted; ++i) {
    const {stop, html, marked, inWindow} = await focused(page);
    if (stop === undefined) break;
    reached.push(Number(stop));
    if (!marked) wrong(`${screen.name}: the focus is not to be seen: ${html}`);
    if (!inWindow) wrong(`${screen.name}: the focus is out of the window: ${html}`);
    await press("Tab");
  }
  if (reached.join() !== [...Array(wanted).keys()].join()) {
    wrong(`${screen.name}: of ${wanted} stops the tab key reaches these, in this order: ${reached.join()}`);
  }
  await page.context().close();
  return wanted;
}

// The three orders of the findings are radio buttons: the arrow keys choose.
async function checkOrders(browser) {
  const page = await open(browser, SCREENS[0]);
  const shown = () => page.locator(".list.severity").isVisible();
  if (await shown()) wrong("the findings do not begin in reading order");
  await page.locator("#by-reading").focus();
  await page.keyboard.press("ArrowRight");
  if (!await shown()) wrong("the arrow keys do not change the order of the findings");
  await page.pdf({path: path.join(shots, "print.pdf"), preferCSSPageSize: true});
  await page.context().close();
}

async function main() {
  const browser = await chromium.launch({executablePath: chromiumPath, args: ["--disable-dev-shm-usage"]});
  try {
    for (const screen of SCREENS) await checkScreen(browser, screen);
    const stops = [];
    for (const screen of SCREENS) stops.push(await checkKeyboard(browser, screen));
    if (Math.min(...stops) < 10) wrong(`only ${stops} places take the focus`);
    await checkOrders(browser);
  } finally {
    await browser.close();
  }
  for (const problem of problems.slice(0, 40)) console.log(problem);
  return problems.length ? 1 : 0;
}

main().then((code) => { process.exitCode = code; }, (error) => { console.log(error); process.exitCode = 2; });
