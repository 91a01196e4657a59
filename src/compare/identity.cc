#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "compare/detectors.h"
#include "compare/identity_checks.h"
#include "compare/named.h"
#include "compare/settings.h"

// Arithmetic inside one text. A rule names an identity (`check`) and the forms in which texts put the figures that it
// joins; identities that no form can say read the whole document. All of it is interval arithmetic on what each
// wording allows.
namespace crosscheck {

namespace {

constexpr size_t kLongestSpan = 200;

class IdentityChecker {
 public:
  IdentityChecker(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink) {}

  void Run() {
    const std::string name = TextSetting(rule_, "check", "");
    const FormCheck* form_check = FindFormCheck(name);
    const TextCheck* text_check = FindTextCheck(name);
    std::vector<Form> forms;
    for (const std::string& text : ListSetting(rule_, "forms")) {
      absl::StatusOr<Form> form = ParseForm(text, *analysis_.lexicons);
      if (form.ok()) forms.push_back(*std::move(form));
    }
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      document_ = d;
      const DocumentAnalysis& document = analysis_.documents[d];
      const CheckContext context{analysis_, document, document.document->info().published};
      const std::vector<TextFigure> figures = FiguresOf(document);
      if (form_check != nullptr) CheckForms(*form_check, forms, context, figures);
      if (text_check == nullptr) continue;
      for (const Misfit& misfit : text_check->run(context, figures)) Report(misfit);
    }
  }

 private:
  // A form that is met by the same figures as one before says nothing new; one that holds clears the derived figure of
  // the suspicion of a later, looser form.
  void CheckForms(const FormCheck& check, const std::vector<Form>& forms, const CheckContext& context,
                  const std::vector<TextFigure>& figures) {
    const FormMatcher matcher(context.document, figures);
    std::vector<FormMatch> matches;
    for (const Form& form : forms) {
      matcher.Match(form, [&](const FormMatch& match) { matches.push_back(match); });
    }
    std::set<std::pair<uint32_t, size_t>> settled;  // sentence and beginning of figures of forms that hold
    std::vector<Misfit> misfits;
    for (const FormMatch& match : matches) {
      std::optional<Misfit> misfit = check.run(context, match);
      if (!misfit) continue;
      if (!misfit->derived.empty()) {
        misfits.push_back(*std::move(misfit));
        continue;
      }
      for (const auto& [name, figure] : match.figures) settled.insert({figure->sentence, figure->span.begin});
    }
    std::set<std::pair<uint32_t, size_t>> reported;
    for (const Misfit& misfit : misfits) {
      const TextFigure& derived = misfit.derived.front();
      const std::pair<uint32_t, size_t> place{derived.sentence, derived.span.begin};
      if (settled.contains(place) || !reported.insert(place).second) continue;
      Report(misfit);
    }
  }

  Claim ClaimFor(const TextFigure& figure, absl::string_view canonical) const {
    const DocumentAnalysis& document = analysis_.documents[document_];
    TextSpan span = figure.span;
    span.end = std::min(span.end, span.begin + kLongestSpan);
    while (span.end < figure.span.end && span.end > span.begin &&
           (static_cast<unsigned char>(document.sentences[figure.sentence].text[span.end]) & 0xC0) == 0x80) {
      --span.end;
    }
    Claim claim = ClaimAt(document, document.sentences[figure.sentence], span);
    claim.rule = rule_.id;
    claim.attribute = rule_.attribute.empty() ? rule_.id : rule_.attribute;
    claim.value.kind = "arithmetic";
    claim.value.canonical = std::string(canonical);
    return claim;
  }

  void Report(const Misfit& misfit) {
    std::vector<Claim> derived;
    std::vector<Claim> given;
    for (const TextFigure& figure : misfit.derived) derived.push_back(ClaimFor(figure, "stated"));
    for (const TextFigure& figure : misfit.given) given.push_back(ClaimFor(figure, "follows"));
    if (derived.empty() || given.empty()) return;
    Relation relation;
    relation.rule = rule_.id;
    relation.question = absl::StrCat(document_, ":", derived.front().span.begin, "-", given.front().span.begin);
    relation.type = rule_.type.empty() ? "arithmetic" : rule_.type;
    relation.kind = "arithmetic";
    relation.severity = SeverityFor(analysis_, rule_.severity, document_, document_);
    relation.reason = misfit.reason;
    const std::string check = TextSetting(rule_, "check", "");
    relation.is_sum = derived.size() == 1 && given.size() >= 2 && (check == "sum" || check == "parts");
    relation.message = Fill(rule_.message, derived, given, misfit.reason);
    relation.ask = Fill(rule_.ask, derived, given, misfit.reason);
    for (const Claim& a : derived) {
      for (const Claim& b : given) {
        relation.a = sink_.AddClaim(a);
        relation.b = sink_.AddClaim(b);
        sink_.AddRelation(relation);
      }
    }
  }

  std::string Fill(absl::string_view text, const std::vector<Claim>& derived, const std::vector<Claim>& given,
                   absl::string_view reason) const {
    Claim a = derived.front();
    Claim b = given.front();
    for (size_t i = 1; i < derived.size(); ++i) absl::StrAppend(&a.value.text, "” and “", derived[i].value.text);
    for (size_t i = 1; i < given.size(); ++i) {
      absl::StrAppend(&b.value.text, i + 1 == given.size() ? "” and “" : "”, “", given[i].value.text);
    }
    return absl::StrReplaceAll(FillMessage(analysis_, text, a, b), {{"{reason}", reason}});
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  uint32_t document_ = 0;
};

}  // namespace

void CheckIdentities(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  if (TextSetting(rule, "check", "") == "ages") {
    CheckAgesAgainstBirths(analysis, rule, sink);
    return;
  }
  IdentityChecker(analysis, rule, sink).Run();
}

}  // namespace crosscheck
