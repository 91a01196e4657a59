// The draft claim by claim: what it says, what the sources say beside it, and a box to tick.
#include "absl/strings/str_cat.h"
#include "report/escape.h"
#include "report/html_page.h"

namespace crosscheck {

namespace {

constexpr size_t kSourcesShown = 2;

class FactRows {
 public:
  FactRows(const HtmlPage& page, std::string& out) : page_(page), out_(out) {}

  void Write(size_t index, bool linked) {
    const Fact& fact = page_.facts()[index];
    const Claim& claim = page_.report().claims[fact.claim];
    const HtmlSign sign = SignOf(fact.verdict);
    Put("<tr class=\"", sign.style, "\" id=\"c", index + 1, "\">\n<td class=\"claim\">");
    if (linked) {
      Put("<a href=\"#t", index + 1, "\">", EscapedXml(claim.value.text), "</a>");
    } else {
      Put("<b>", EscapedXml(claim.value.text), "</b>");
    }
    Put("<q>", HtmlPage::Quote(claim), "</q><span class=\"where\">", page_.Where(claim), "</span></td>\n<td>",
        SignHtml(sign));
    for (const size_t f : fact.findings) {
      Put(" <a class=\"to\" href=\"#f", page_.NumberOf(f), "\">finding ", page_.NumberOf(f), "</a>");
    }
    Put("</td>\n<td class=\"held\">");
    WriteSources(fact);
    Put("</td>\n<td class=\"tick\"><label><input type=\"checkbox\"><span class=\"hidden\"> checked: ",
        EscapedXml(claim.value.text), "</span></label></td>\n</tr>\n");
  }

 private:
  template <typename... Parts>
  void Put(const Parts&... parts) {
    absl::StrAppend(&out_, parts...);
  }

  void WriteSources(const Fact& fact) {
    if (fact.sources.empty()) {
      Put("<span class=\"none\">", fact.note.empty() ? "–" : page_.Words(fact.note), "</span>");
      return;
    }
    if (fact.verdict == Verdict::kUnsupported) Put("<span class=\"none\">no source states it; the nearest is</span>");
    for (size_t i = 0; i < fact.sources.size() && i < kSourcesShown; ++i) WriteSource(fact.sources[i]);
    if (fact.sources.size() <= kSourcesShown) return;
    Put("<details><summary>", fact.sources.size() - kSourcesShown, " more</summary>");
    for (size_t i = kSourcesShown; i < fact.sources.size(); ++i) WriteSource(fact.sources[i]);
    Put("</details>");
  }

  void WriteSource(ClaimIndex index) {
    const Claim& claim = page_.report().claims[index];
    const std::string& publisher = page_.report().documents[claim.document].info.publisher;
    Put("<div class=\"source\"><q>", HtmlPage::Quote(claim), "</q><span class=\"where\">",
        publisher.empty() ? "" : absl::StrCat(EscapedXml(publisher), " · "), page_.Where(claim), "</span></div>");
  }

  const HtmlPage& page_;
  std::string& out_;
};

}  // namespace

void AppendHtmlFacts(const HtmlPage& page, const std::set<size_t>& shown, std::string& out) {
  if (!page.has_draft() || page.facts().empty()) return;
  absl::StrAppend(&out,
                  "<section id=\"facts\" aria-labelledby=\"facts-title\">\n<h2 id=\"facts-title\">Claim by claim</h2>\n"
                  "<table class=\"facts\">\n<thead><tr><th scope=\"col\">The draft</th><th scope=\"col\">Verdict</th>"
                  "<th scope=\"col\">The sources</th><th scope=\"col\">Checked</th></tr></thead>\n<tbody>\n");
  FactRows rows(page, out);
  for (size_t i = 0; i < page.facts().size(); ++i) rows.Write(i, shown.count(i) > 0);
  absl::StrAppend(&out, "</tbody>\n</table>\n</section>\n");
}

}  // namespace crosscheck
