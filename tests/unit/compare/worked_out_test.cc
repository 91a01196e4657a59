#include "compare/worked_out.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "value/mention.h"

namespace crosscheck {

namespace {

// A document of which only the values count: one text a sentence.
DocumentAnalysis DocumentOf(const std::vector<std::string>& sentences) {
  DocumentAnalysis document;
  for (uint32_t i = 0; i < sentences.size(); ++i) {
    for (Mention& mention : ReadMentions(sentences[i], {})) {
      ValueMention value;
      value.sentence = i;
      value.mention = std::move(mention);
      document.values.push_back(std::move(value));
    }
  }
  return document;
}

// How the first figure of `own` comes out of those of `other`.
std::string HowWorkedOut(const DocumentAnalysis& own, const DocumentAnalysis& other) {
  const Reckoning own_figures = ReckoningOf(own);
  const Reckoning other_figures = ReckoningOf(other);
  return WorkedOut(own_figures, other_figures).Explain(own.values.front());
}

}  // namespace

TEST_CASE("A figure that follows from figures of the other text is worked out") {
  struct Case {
    std::string own;
    std::vector<std::string> other;
    bool worked_out;  // the first figure of `own`
  };
  const std::vector<Case> cases = {
      {"Vacancies fell by 15,000.", {"There were 214,000 vacancies in April.", "In March there were 229,000."}, true},
      {"Vacancies fell by 16,000.", {"There were 214,000 vacancies in April.", "In March there were 229,000."}, false},
      {"It got £355,000 from the two councils.", {"The Arts Council gave £260,000, the county council £95,000."}, true},
      {"2,340 diplomas are handed out.", {"They are 1,702 bachelors, 511 masters and 127 doctors."}, true},
      {"Seven neighbours had written.", {"Two letters were in support, five against."}, true},
      {"Seven neighbours had written.", {"Two letters were in support.", "The five councillors voted."}, false},
      {"Two in three flights lose money.", {"It lost money on 19 of its routes, all 30 of them cheap."}, true},
      {"Half of them failed.", {"It lost money on 19 of 60 days."}, false},
      {"The rate is up 0.4 percentage points.", {"The rate was 7.2 per cent, from 6.8 per cent a year before."}, true},
      // Money and a count do not add up, and a rounded figure explains nothing small.
      {"It sold 355 tickets.", {"The council gave £260, the county £95."}, false},
      {"It spent £300,000 more.", {"The budget was £41 million, then £42 million."}, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.own);
    const DocumentAnalysis own = DocumentOf({c.own});
    const DocumentAnalysis other = DocumentOf(c.other);
    REQUIRE_FALSE(own.values.empty());
    CHECK(HowWorkedOut(own, other).empty() == !c.worked_out);
  }
}

TEST_CASE("A figure beside another of its own text may be worked out from that and one of the other text") {
  const DocumentAnalysis own = DocumentOf({"Members rose by 130 to 410."});
  const DocumentAnalysis other = DocumentOf({"The club has 280 members, the bar 12 stools."});
  CHECK(HowWorkedOut(own, other) == "410 and 280");
}

}  // namespace crosscheck
