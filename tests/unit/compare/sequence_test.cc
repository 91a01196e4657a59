#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "claim/analysis.h"
#include "compare/event_links.h"
#include "two_documents.h"

namespace crosscheck {
namespace {

// The tale of one text under rules/order.yaml and rules/lexicons.yaml.
class Tale {
 public:
  explicit Tale(const std::string& text)
      : rules_(ShippedRules({"lexicons.yaml", "order.yaml"})),
        lexicons_(*rules_),
        entries_{Entry("a.md", text, "2026-05-20")} {
    analysis_ = Analyse(entries_, *rules_, lexicons_);
    const People people(analysis_);
    tale_ = ReadTale(analysis_, EventFinder(analysis_, people), 0);
  }

  // "vote < resign; fire ~ inquiry": the orders, and what happened during what.
  std::string Orders() const {
    std::string out;
    for (const EventLink& link : tale_.links) {
      absl::StrAppend(&out, out.empty() ? "" : "; ", tale_.events[link.earlier].kind, link.during ? " ~ " : " < ",
                      tale_.events[link.later].kind);
    }
    return out;
  }

  // "resign 1440-2879": times in minutes.
  std::string Moments() const {
    std::string out;
    for (const EventMoment& moment : tale_.moments) {
      absl::StrAppend(&out, out.empty() ? "" : "; ", tale_.events[moment.event].kind, " ", moment.low, "-",
                      moment.high);
    }
    return out;
  }

  const EventTale& tale() const { return tale_; }

 private:
  std::shared_ptr<const RuleSet> rules_;
  LexiconIndex lexicons_;
  std::vector<DocumentEntry> entries_;
  Analysis analysis_;
  EventTale tale_;
};

TEST_CASE("Sentences say which of two events came first") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"The mayor resigned after the vote.", "vote < resign"},
      {"The mayor resigned in the wake of the vote.", "vote < resign"},
      {"After the vote, the mayor resigned.", "vote < resign"},
      {"Before the bridge collapsed, engineers inspected the piers.", "investigate < collapse"},
      {"The mayor had already resigned when the bridge collapsed.", "resign < collapse"},
      {"It was not until after the bridge collapsed that engineers inspected the piers.", "collapse < investigate"},
      {"It was only after the bridge collapsed that engineers inspected the piers.", "collapse < investigate"},
      {"Residents were told nothing until the leak had been detected.", "find < tell"},
      {"The vote followed the debate.", "debate < vote"},
      {"The debate led to the resignation.", "debate < resign"},
      {"The mayor resigned during the inquiry.", "investigate ~ resign"},
      {"The firm bought the brewery. Three months later it sacked its chief.", "buy < dismiss"},
      {"The firm bought the brewery and then went on to sack its chief.", "buy < dismiss"},
      {"The firm bought the brewery. Earlier, it had sacked its chief.", "dismiss < buy"},
      // No order: narration, plans, denials, quotations, other meanings.
      {"The mayor resigned. The bridge collapsed.", ""},
      {"The mayor will resign after the vote.", ""},
      {"The mayor resigned when the bridge collapsed.", ""},
      {"The mayor might have resigned before the vote.", ""},
      {"\"The mayor resigned after the vote,\" she said.", ""},
      {"He was named after his uncle, who resigned.", ""},
      {"He appeared before the judge and resigned.", ""},
      {"The mayor resigned after critics said that the bridge collapsed.", ""},
  };
  for (const auto& [text, orders] : cases) {
    CAPTURE(text);
    CHECK(Tale(text).Orders() == orders);
  }
}

TEST_CASE("An order may tell how much time lies between") {
  struct Case {
    std::string text;
    int64_t least;
    int64_t most;  // -1: no end
  };
  const std::vector<Case> cases = {
      {"The mayor resigned two days after the vote.", 1441, 4319},
      {"The mayor resigned ten minutes after the vote.", 9, 11},
      {"The mayor resigned hours after the vote.", 60, -1},
      {"The mayor resigned half an hour after the vote.", 15, 60},
      {"The mayor resigned less than two days after the vote.", 1, -1},
      {"The mayor resigned on March 9, hours after the vote.", 60, -1},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const Tale tale(one.text);
    REQUIRE(tale.tale().links.size() == 1);
    CHECK(tale.tale().links[0].least.value_or(0) == one.least);
    CHECK(tale.tale().links[0].most.value_or(-1) == one.most);
  }
}

TEST_CASE("Times and dates belong to the event beside them") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"At 14:05 the bridge collapsed. At 2:21 the mayor resigned.", "collapse 843-847; resign 861-861"},
      {"14.15 mayor resigns. 15.12 bridge collapses.", "resign 853-857; collapse 912-912"},
      {"The mayor resigned on 2 January 1970.", "resign 1440-2879"},
      {"1 January 1970: mayor resigns.", "resign 0-1439"},
      // Bounds, and a day whose week or year is not said.
      {"The mayor resigned by 2 January 1970.", ""},
      {"The mayor resigned on Friday.", ""},
  };
  for (const auto& [text, moments] : cases) {
    CAPTURE(text);
    CHECK(Tale(text).Moments() == moments);
  }
}

}  // namespace
}  // namespace crosscheck
