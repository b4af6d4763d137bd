// Reads pages of the grader with the parsers that a page is shown with: markdown-it for the page, mermaid for its pictures.
// Nothing but the grader's own headings may be a heading, nothing may be HTML or a link, and every picture has to be one.
// Started by Pages.cs in a temporary folder, where the packages are.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(process.cwd() + "/");
const { JSDOM } = require("jsdom");
const page = new JSDOM("<!DOCTYPE html>");
globalThis.window = page.window;
globalThis.document = page.window.document;
const MarkdownIt = require("markdown-it");
const mermaid = (await import(pathToFileURL(process.cwd() + "/node_modules/mermaid/dist/mermaid.core.mjs"))).default;

const markdown = new MarkdownIt({ html: true, linkify: true });
let wrong = 0;
let pictures = 0;
const complain = (file, what) => {
  wrong++;
  console.log(`WRONG: ${file}: ${what}`);
};

for (const file of process.argv.slice(2)) {
  const tokens = markdown.parse(readFileSync(file, "utf8"), {});
  for (const [at, token] of tokens.entries()) {
    if (token.type === "heading_open" && !/^(Koans: |Next: )/.test(tokens[at + 1].content)) {
      complain(file, `a heading that is not ours: ${tokens[at + 1].content}`);
    }

    if (token.type === "html_block" || token.children?.some((child) => ["html_inline", "link_open", "image"].includes(child.type))) {
      complain(file, `HTML or a link: ${token.content}`);
    }

    if (token.type === "fence" && token.info === "mermaid") {
      pictures++;
      try {
        const { diagramType } = await mermaid.parse(token.content);
        if (diagramType !== "sequence") {
          complain(file, `a picture of the kind ${diagramType}`);
        }
      } catch (error) {
        complain(file, `mermaid cannot read its picture: ${error.message}\n${token.content}`);
      }
    }
  }
}

console.log(`  ${process.argv.length - 2} pages and ${pictures} pictures read`);
process.exit(wrong === 0 ? 0 : 1);
