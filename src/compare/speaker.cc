#include <algorithm>
#include <utility>
#include <vector>

#include "compare/detectors.h"
#include "compare/quote_pairs.h"
#include "compare/quote_report.h"
#include "compare/settings.h"
#include "compare/speakers.h"
#include "compare/speech.h"
#include "compare/statements.h"

// One quotation, two speakers.
namespace crosscheck {

namespace {

constexpr uint32_t kContent = 3;  // content words that make a quotation one and no formula
constexpr double kCoverage = 0.7;
constexpr uint32_t kMinWords = 6;
constexpr double kLikeness = 0.85;

// The name with its verb where the text has one, else the words of the turn.
Claim SpeakerClaim(const Analysis& analysis, const QuoteReporter& report, const Passage& passage,
                   const Speaker& speaker, uint32_t first, uint32_t last, const std::string& canonical) {
  Claim claim = report.MakeClaim(passage, first, last, 0, canonical);
  if (!speaker.mention.empty()) {
    const DocumentAnalysis& document = analysis.documents[passage.document];
    const Claim named = ClaimAt(document, document.sentences[speaker.sentence], speaker.mention);
    claim.span = named.span;
    claim.value.text = named.value.text;
    claim.quote = named.quote;
  } else {
    claim.value.text = speaker.label;
  }
  claim.attribute = "speaker";
  claim.value.kind = "name";
  return claim;
}

std::string NameOf(const Analysis& analysis, const Speaker& speaker) {
  return speaker.entities.empty() ? speaker.label : analysis.entities[speaker.entities.front()].display;
}

// One quotation with the speakers that two passages give it.
struct TwoSpeakers {
  QuotePair pair;
  Speaker a, b;
};

std::vector<TwoSpeakers> FindTwoSpeakers(const Analysis& analysis, const Speech& speech, double likeness) {
  std::vector<TwoSpeakers> found;
  for (const QuotePair& pair : PairQuotations(analysis, speech)) {
    const WordAlignment& same = pair.alignment;
    if (same.Agreement() < likeness || pair.coverage < kCoverage || same.content_matches < kContent) continue;
    const Passage& a = speech.passages[speech.quotations[pair.quotation].passage];
    const Passage& b = speech.passages[pair.passage];
    TwoSpeakers two{pair, SpeakerOf(analysis, a, same.a_first, same.a_last),
                    SpeakerOf(analysis, b, same.b_first, same.b_last)};
    if (AreDifferent(analysis, two.a, two.b)) found.push_back(std::move(two));
  }
  return found;
}

}  // namespace

std::vector<std::pair<uint32_t, uint32_t>> SentencesOfTwoSpeakers(const Analysis& analysis) {
  const Speech speech = ReadSpeech(analysis, kMinWords);
  std::vector<std::pair<uint32_t, uint32_t>> sentences;
  const auto add = [&](const Passage& passage, size_t first, size_t last) {
    for (size_t i = first; i < last; ++i) sentences.emplace_back(passage.document, passage.words[i].sentence);
  };
  for (const TwoSpeakers& two : FindTwoSpeakers(analysis, speech, kLikeness)) {
    const WordAlignment& same = two.pair.alignment;
    add(speech.passages[speech.quotations[two.pair.quotation].passage], same.a_first, same.a_last);
    add(speech.passages[two.pair.passage], same.b_first, same.b_last);
  }
  std::sort(sentences.begin(), sentences.end());
  sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
  return sentences;
}

void CompareSpeakers(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  if (TextSetting(rule, "find", "quotation") == "statement") {
    CompareStatements(analysis, rule, sink);
    return;
  }
  const Speech speech = ReadSpeech(analysis, static_cast<uint32_t>(NumberSetting(rule, "min_words", kMinWords)));
  QuoteReporter report(analysis, rule, sink);
  for (const TwoSpeakers& two : FindTwoSpeakers(analysis, speech, NumberSetting(rule, "likeness", kLikeness))) {
    const Passage& a = speech.passages[speech.quotations[two.pair.quotation].passage];
    const Passage& b = speech.passages[two.pair.passage];
    const WordAlignment& same = two.pair.alignment;
    const std::string name_a = NameOf(analysis, two.a);
    const std::string name_b = NameOf(analysis, two.b);
    const auto names = report.Contradict(SpeakerClaim(analysis, report, a, two.a, same.a_first, same.a_last, name_a),
                                         SpeakerClaim(analysis, report, b, two.b, same.b_first, same.b_last, name_b), a,
                                         b, "one quotation, two speakers");
    // The words themselves are evidence too.
    report.Join(names.first, report.Add(report.MakeClaim(a, same.a_first, same.a_last, 0, name_a)));
    report.Join(names.second, report.Add(report.MakeClaim(b, same.b_first, same.b_last, 0, name_b)));
  }
}

}  // namespace crosscheck
