#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "two_documents.h"

namespace crosscheck {

namespace {

// Rules that compare values and find nothing, so that every verdict is that of the coverage itself.
const Checker& Silent() {
  static const auto* const checker = [] {
    std::ifstream in(absl::StrCat(CROSSCHECK_SOURCE_DIR, "/rules/lexicons.yaml"));
    const std::string lexicons{std::istreambuf_iterator<char>(in), {}};
    const std::string rules =
        "version: 1\naligned:\n  - id: silent\n    compare: {as: values, kinds: [number], threshold: 99}\n"
        "    message: '{a.document} has {a.value}, {b.document} has {b.value}'\n";
    auto made = Checker::Create(RulesOf({{"lexicons.yaml", lexicons}, {"r.yaml", rules}}));
    REQUIRE(made.ok());
    return new Checker(*std::move(made));
  }();
  return *checker;
}

// The verdict on the draft's value that is written `figure`.
Verdict VerdictOn(const std::string& figure, const std::string& draft, const std::string& source) {
  const Report report = Silent().Check({Entry("draft.md", draft), Entry("wire.txt", source)}, {});
  for (const Coverage& coverage : report.coverage) {
    const Claim& claim = report.claims[coverage.claim];
    if (claim.document == 0 && draft.substr(claim.span.begin, claim.span.size()) == figure) return coverage.verdict;
  }
  FAIL("no verdict on " << figure);
  return Verdict::kNotChecked;
}

struct Row {
  const char* figure;
  const char* draft;
  const char* source;
};

void CheckAll(std::initializer_list<Row> rows, Verdict verdict) {
  for (const Row& row : rows) {
    CAPTURE(std::string(row.draft));
    CAPTURE(std::string(row.source));
    CHECK(VerdictOn(row.figure, row.draft, row.source) == verdict);
  }
}

}  // namespace

TEST_CASE("a figure that a source has in another shape is agreed") {
  CheckAll({{"Saturday", "Ardvale played on Saturday.", "The match is on Saturday."},
            {"69", "She died at the age of 69.", "It was not until I was 69 that I asked."},
            {"2016", "Brell (2016 film) was written by Vance.", "Brell is a film of 2016 that Vance wrote in 2016."},
            {"four", "A woman caused a crash of four vehicles.", "She hit three other vehicles in her car."},
            {"third", "England led on the third day.", "It rained on the third morning."}},
           Verdict::kAgreed);
}

TEST_CASE("a common figure of another thing bears nothing out") {
  CheckAll({{"Three", "Three canteens were built in Ardvale.", "A ferry sank. Three sailors of Brell sang all night."},
            {"second", "It was the second defeat of the club.", "The ferry sank. A second engine of it was red."}},
           Verdict::kUnsupported);
}

TEST_CASE("a source that answers the same question otherwise contradicts") {
  CheckAll({{"2017", "Brell Song was released in 2017.", "The film was released on March 23, 2007."},
            {"1930", "In 1930, Ada Vance was born.", "Ada Vance (born March 28, 1940) is a producer."},
            {"10 February 1894", "Ada Vance was born on 10 February 1894.",
             "Ada Vance (20 February 1894 – 29 December 1986) was a painter."},
            {"10 February 1894", "Ada Vance was born on 10 February 1894.",
             "Ada Vance (20 February 1894 -- 29 December 1986) was a painter."},
            {"September 1994", "Brell Song began filming in September 1994.",
             "The film was shot from January 1994 to August 1995."},
            {"two", "Ada Vance had two sons.", "She only had two daughters and no sons."}},
           Verdict::kContradicted);
}

TEST_CASE("one of a list, another predicate, and an age of no one are no other answer") {
  CheckAll({{"2017", "The Larks won the title in 2017.", "The Larks won the title in 1971, 1972, 1975 and 1979."},
            {"2017", "Brell Song was released in 2017.", "Ada Vance moved to the coast in 2007."},
            {"15", "A girl aged 15 was attacked in Ardvale.", "A man of Ardvale, aged 22, was held."}},
           Verdict::kUnsupported);
}

TEST_CASE("a figure of a name and “one” are not checked") {
  CheckAll({{"Two", "The World War Two museum opened.", "The museum opened."},
            {"one", "It has one garden.", "The museum opened."}},
           Verdict::kNotChecked);
}

}  // namespace crosscheck
