#include <algorithm>

#include "absl/strings/str_cat.h"
#include "base/any_of.h"
#include "compare/detectors.h"
#include "compare/quote_change.h"
#include "compare/quote_cut.h"
#include "compare/quote_pairs.h"
#include "compare/quote_report.h"
#include "compare/quote_restated.h"
#include "compare/settings.h"
#include "compare/speakers.h"
#include "compare/speech.h"

// Quotations: the same words with changes, a cut that turns the sense, one statement in two wordings.
namespace crosscheck {

namespace {

constexpr uint32_t kWordsAround = 3;      // of a change that are shown with it
constexpr double kPlainAgreement = 0.82;  // of a quotation with plain text, which another may have written
constexpr double kPlainCoverage = 0.8;
constexpr uint32_t kPlainContent = 5;
constexpr double kOwnAgreement = 0.7;  // with plain text in the first person, the words of a speaker as well
constexpr double kOwnCoverage = 0.65;
constexpr uint32_t kOwnWords = 6;
constexpr uint32_t kOwnContent = 2;
constexpr double kCoverage = 0.45;
constexpr uint32_t kContent = 3;        // content words that both wordings share
constexpr uint32_t kContentUnsure = 4;  // where the wordings are less alike than kSureAgreement
constexpr double kSureAgreement = 0.65;
constexpr double kCutAgreement = 0.8;
constexpr double kTwoSpeakersAgreement = 0.85;

class QuoteComparer {
 public:
  QuoteComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis),
        report_(analysis, rule, sink),
        speech_(ReadSpeech(analysis, static_cast<uint32_t>(NumberSetting(rule, "min_words", 5)))),
        likeness_(NumberSetting(rule, "likeness", 0.5)) {}

  void FindChanges() {
    const QuoteWeigher weigher(analysis_, speech_);
    for (const QuotePair& pair : PairQuotations(analysis_, speech_)) {
      if (!IsSame(pair)) continue;
      const QuoteChange change = weigher.Weigh(pair);
      if (change.weight <= ChangeWeight::kForm || SaidByTwo(pair)) continue;
      // Whoever reports a speech in plain text may leave out what he likes.
      if (!change.in_place && PassageB(pair).kind == PassageKind::kPlain) continue;
      ReportChange(pair, change);
    }
  }

  void FindCuts() {
    const QuoteCutFinder finder(analysis_, speech_);
    for (const QuotePair& pair : PairQuotations(analysis_, speech_)) {
      if (!IsSame(pair) || pair.alignment.Agreement() < kCutAgreement) continue;
      if (const auto cut = finder.Find(pair)) ReportCut(pair, *cut);
    }
  }

  void FindRestated() { FindRestatements(analysis_, speech_, likeness_, report_); }

 private:
  const Passage& PassageA(const QuotePair& pair) const {
    return speech_.passages[speech_.quotations[pair.quotation].passage];
  }
  const Passage& PassageB(const QuotePair& pair) const { return speech_.passages[pair.passage]; }

  // In a stretch, or in the words before it that the alignment left out because they differ.
  bool HasFirstPerson(const Passage& passage, uint32_t first, uint32_t last) const {
    const uint32_t from = first > kWordsAround ? first - kWordsAround : 0;
    return std::any_of(passage.diff.begin() + from, passage.diff.begin() + last, [&](const DiffWord& word) {
      return IsAnyOf(speech_.texts[word.key], {"i", "we", "my", "our", "me", "us", "i'm", "i've", "we're", "we've"});
    });
  }

  // A statement or a transcript has no marks, but it says "I" and "we" where the quotation does.
  bool IsOwnWords(const QuotePair& pair) const {
    const WordAlignment& alignment = pair.alignment;
    return alignment.Agreement() >= kOwnAgreement && pair.coverage >= kOwnCoverage && alignment.matches >= kOwnWords &&
           alignment.content_matches >= kOwnContent &&
           HasFirstPerson(PassageA(pair), alignment.a_first, alignment.a_last) &&
           HasFirstPerson(PassageB(pair), alignment.b_first, alignment.b_last);
  }

  // Whether the two are one quotation. Plain text is another's report of it unless it has nearly all of the words.
  bool IsSame(const QuotePair& pair) const {
    const WordAlignment& alignment = pair.alignment;
    if (PassageB(pair).kind != PassageKind::kQuoted && IsOwnWords(pair)) return true;
    if (PassageB(pair).kind == PassageKind::kPlain) {
      return alignment.Agreement() >= kPlainAgreement && pair.coverage >= kPlainCoverage &&
             alignment.content_matches >= kPlainContent;
    }
    const uint32_t content = alignment.Agreement() >= kSureAgreement ? kContent : kContentUnsure;
    return alignment.Agreement() >= likeness_ && pair.coverage >= kCoverage && alignment.content_matches >= content;
  }

  // Two people say alike things in a formula; only nearly equal words are one quotation then.
  bool SaidByTwo(const QuotePair& pair) const {
    if (pair.alignment.Agreement() >= kTwoSpeakersAgreement) return false;
    const Speaker a = SpeakerOf(analysis_, PassageA(pair), pair.alignment.a_first, pair.alignment.a_last);
    const Speaker b = SpeakerOf(analysis_, PassageB(pair), pair.alignment.b_first, pair.alignment.b_last);
    return AreDifferent(analysis_, a, b);
  }

  std::string Wording(const Passage& passage, uint32_t first, uint32_t last) const {
    std::string wording;
    for (uint32_t i = first; i < last; ++i)
      absl::StrAppend(&wording, i > first ? " " : "", speech_.texts[passage.diff[i].key]);
    return wording;
  }

  // A claim for each change; those that lie near each other in one. All of one side are one position.
  void ReportChange(const QuotePair& pair, const QuoteChange& change) {
    const Passage& a = PassageA(pair);
    const Passage& b = PassageB(pair);
    const std::string wording_a = Wording(a, pair.alignment.a_first, pair.alignment.a_last);
    const std::string wording_b = Wording(b, pair.alignment.b_first, pair.alignment.b_last);
    const bool dropped = change.weight == ChangeWeight::kDropped;
    std::pair<ClaimIndex, ClaimIndex> before;
    for (size_t r = 0; r < change.runs.size();) {
      const size_t first = r;
      DiffRun run = change.runs[r++];
      while (r < change.runs.size() && report_.FitsOneClaim(a, run.a_first, change.runs[r].a_last) &&
             report_.FitsOneClaim(b, run.b_first, change.runs[r].b_last)) {
        run.a_last = change.runs[r].a_last;
        run.b_last = change.runs[r++].b_last;
      }
      const auto claims = report_.Contradict(
          report_.MakeClaim(a, run.a_first, run.a_last, kWordsAround, wording_a),
          report_.MakeClaim(b, run.b_first, run.b_last, kWordsAround, wording_b), a, b,
          dropped ? "one quotation, words left out without a mark" : "one quotation, other words", dropped);
      if (first > 0) {
        report_.Join(before.first, claims.first);
        report_.Join(before.second, claims.second);
      }
      before = claims;
    }
  }

  void ReportCut(const QuotePair& pair, const QuoteCut& cut) {
    const Passage& whole = speech_.passages[cut.passage];
    const Passage& part = cut.a_was_cut ? PassageA(pair) : PassageB(pair);
    report_.Contradict(report_.MakeClaim(part, cut.beside, cut.beside + 1, 2 * kWordsAround, "cut"),
                       report_.MakeClaim(whole, cut.first, cut.last, kWordsAround, "whole"), part, whole,
                       "the words left out turn the sense");
  }

  const Analysis& analysis_;
  QuoteReporter report_;
  Speech speech_;
  double likeness_;
};

}  // namespace

void CompareQuotes(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  QuoteComparer comparer(analysis, rule, sink);
  const std::string find = TextSetting(rule, "find", "changed");
  if (find == "changed") comparer.FindChanges();
  if (find == "cut") comparer.FindCuts();
  if (find == "restated") comparer.FindRestated();
}

}  // namespace crosscheck
