// A card a finding: what disagrees, the quotes side by side, why, what to ask, and boxes to sign.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "report/escape.h"
#include "report/finding_view.h"
#include "report/html_page.h"
#include "report/summary.h"

namespace crosscheck {

namespace {

constexpr size_t kQuotesShown = 4;  // of a position; the rest can be opened

class Cards {
 public:
  Cards(const HtmlPage& page, std::string& out) : page_(page), out_(out) {}

  void Write(size_t number) {
    const Finding& finding = page_.finding(number);
    const HtmlSign sign = SignOf(finding.severity);
    Put("<article class=\"card ", sign.style, StandingOf(finding) == Standing::kNew ? "" : " settled", "\" id=\"f",
        number, "\" aria-labelledby=\"f", number, "-title\">\n<p class=\"line\">", SignHtml(sign),
        " <span class=\"kind\">", EscapedXml(finding.kind),
        finding.kind == finding.type ? "" : absl::StrCat(" · ", EscapedXml(finding.type)), "</span>",
        StateChip(finding), "<span class=\"rule\">", EscapedXml(finding.rule), " · ",
        EscapedXml(finding.fingerprint.substr(0, 8)), "</span></p>\n<h3 id=\"f", number,
        "-title\"><span class=\"number\">", number, ".</span> ", page_.Against(finding), "</h3>\n");
    Put("<p class=\"message\">", page_.Words(finding.message), "</p>\n<div class=\"sides\">\n");
    for (const size_t side : page_.Sides(finding)) WritePosition(finding, side);
    Put("</div>\n<dl class=\"why\">\n");
    if (!finding.reason.empty()) Put("<dt>Why</dt><dd>", page_.Words(finding.reason), "</dd>\n");
    if (!finding.ask.empty()) Put("<dt>Ask</dt><dd class=\"ask\">", page_.Words(finding.ask), "</dd>\n");
    for (const std::string& line : AlsoLines(finding)) Put("<dt>Also</dt><dd>", page_.Words(line), "</dd>\n");
    for (const std::string& line : StateLines(finding)) Put("<dt>State</dt><dd>", EscapedXml(line), "</dd>\n");
    WriteHelp(finding);
    Put("</dl>\n");
    AppendHtmlFindingPicture(page_, number, out_);
    WriteSignOff(number);
    Put("</article>\n");
  }

 private:
  template <typename... Parts>
  void Put(const Parts&... parts) {
    absl::StrAppend(&out_, parts...);
  }

  static std::string StateChip(const Finding& finding) {
    if (finding.state == "new") return "";
    return absl::StrCat(" <span class=\"state\">", EscapedXml(finding.state), "</span>");
  }

  void WritePosition(const Finding& finding, size_t which) {
    const Position& position = finding.positions[which];
    Put("<section class=\"side\">\n<h4><span class=\"letter\">", PositionLetter(which), "</span> ",
        EscapedXml(position.value.text), "</h4>\n<p class=\"voices\">", Voices(finding, which), "</p>\n");
    const size_t shown = std::min(position.claims.size(), kQuotesShown);
    for (size_t i = 0; i < shown; ++i) WriteQuote(position.claims[i]);
    if (shown < position.claims.size()) {
      Put("<details><summary>", position.claims.size() - shown, " more</summary>\n");
      for (size_t i = shown; i < position.claims.size(); ++i) WriteQuote(position.claims[i]);
      Put("</details>\n");
    }
    Put("</section>\n");
  }

  static std::string Voices(const Finding& finding, size_t which) {
    const Position& position = finding.positions[which];
    std::string out = CountWords(position.documents.size(), "document");
    if (position.documents.size() > 1) {
      absl::StrAppend(&out, ", ", CountWords(static_cast<size_t>(position.voices), "independent voice"));
    }
    if (finding.ranking.newest && *finding.ranking.newest == which)
      absl::StrAppend(&out, ", the latest source among them");
    return out;
  }

  void WriteQuote(ClaimIndex index) {
    const Claim& claim = page_.report().claims[index];
    const DocumentInfo& info = page_.report().documents[claim.document].info;
    const bool draft = info.role == Role::kDraft;
    Put("<figure", draft ? " class=\"own\"" : "", "><blockquote>", HtmlPage::Quote(claim),
        "</blockquote>\n<figcaption>", draft ? "<span class=\"tag\">draft</span> " : "",
        info.publisher.empty() ? "" : absl::StrCat("<b>", EscapedXml(info.publisher), "</b> · "), page_.Where(claim));
    if (info.published) Put(" · ", absl::FormatCivilTime(*info.published));
    if (!claim.attribution.empty()) Put(" · as said by ", EscapedXml(claim.attribution));
    Put("</figcaption></figure>\n");
  }

  void WriteHelp(const Finding& finding) {
    const RuleText rule = RuleTextOf(page_.options().rules, finding.rule);
    const std::string& help = rule.help.empty() ? rule.description : rule.help;
    if (!help.empty()) Put("<dt>Rule</dt><dd>", EscapedXml(help), "</dd>\n");
  }

  void WriteSignOff(size_t number) {
    Put("<fieldset class=\"signoff\"><legend>Sign-off for finding ", number, "</legend>\n");
    for (const char* const choice : {"fixed", "draft is right", "both are right", "reporter asked"}) {
      Put("<label><input type=\"checkbox\"> ", choice, "</label>\n");
    }
    for (const char* const field : {"because", "by", "date"}) {
      Put("<label class=\"", field, "\">", field, " <input type=\"text\" autocomplete=\"off\"></label>\n");
    }
    Put("</fieldset>\n");
  }

  const HtmlPage& page_;
  std::string& out_;
};

}  // namespace

void AppendHtmlFindings(const HtmlPage& page, std::string& out) {
  absl::StrAppend(
      &out, "<section id=\"findings\" aria-labelledby=\"findings-title\">\n<h2 id=\"findings-title\">Findings</h2>\n");
  if (page.findings().empty()) {
    const bool hidden = !page.report().findings.empty();
    absl::StrAppend(&out, "<p class=\"nothing\">",
                    hidden ? "Nothing as grave as what was asked for." : "Nothing was found that does not fit.",
                    " That is no proof: see what was not compared.</p>\n");
  }
  Cards cards(page, out);
  for (size_t number = 1; number <= page.findings().size(); ++number) cards.Write(number);
  absl::StrAppend(&out, "</section>\n");
}

}  // namespace crosscheck
