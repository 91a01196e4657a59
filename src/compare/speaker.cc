#include "compare/detectors.h"
#include "compare/quote_pairs.h"
#include "compare/quote_report.h"
#include "compare/settings.h"
#include "compare/speakers.h"
#include "compare/speech.h"

// One quotation, two speakers.
namespace crosscheck {

namespace {

constexpr uint32_t kContent = 3;  // content words that make a quotation one and no formula
constexpr double kCoverage = 0.7;

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

}  // namespace

void CompareSpeakers(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  const Speech speech = ReadSpeech(analysis, static_cast<uint32_t>(NumberSetting(rule, "min_words", 6)));
  const double likeness = NumberSetting(rule, "likeness", 0.85);
  QuoteReporter report(analysis, rule, sink);
  for (const QuotePair& pair : PairQuotations(analysis, speech)) {
    const Passage& a = speech.passages[speech.quotations[pair.quotation].passage];
    const Passage& b = speech.passages[pair.passage];
    const WordAlignment& same = pair.alignment;
    if (same.Agreement() < likeness || pair.coverage < kCoverage || same.content_matches < kContent) continue;
    const Speaker speaker_a = SpeakerOf(analysis, a, same.a_first, same.a_last);
    const Speaker speaker_b = SpeakerOf(analysis, b, same.b_first, same.b_last);
    if (!AreDifferent(analysis, speaker_a, speaker_b)) continue;
    const std::string name_a = NameOf(analysis, speaker_a);
    const std::string name_b = NameOf(analysis, speaker_b);
    const auto names =
        report.Contradict(SpeakerClaim(analysis, report, a, speaker_a, same.a_first, same.a_last, name_a),
                          SpeakerClaim(analysis, report, b, speaker_b, same.b_first, same.b_last, name_b), a, b,
                          "one quotation, two speakers");
    // The words themselves are evidence too.
    report.Join(names.first, report.Add(report.MakeClaim(a, same.a_first, same.a_last, 0, name_a)));
    report.Join(names.second, report.Add(report.MakeClaim(b, same.b_first, same.b_last, 0, name_b)));
  }
}

}  // namespace crosscheck
