#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "value/calendar.h"
#include "value/reading.h"

namespace crosscheck {
namespace {

std::string DayText(const std::optional<Exact>& day) {
  if (!day) return "?";
  const absl::CivilDay civil = DayAt(static_cast<int64_t>(day->numerator()));
  return absl::StrFormat("%04d-%02d-%02d", civil.year(), civil.month(), civil.day());
}

// Every date of `text`, as "words=low..high", in the order of the text.
std::string Dates(absl::string_view text, std::optional<absl::CivilDay> day) {
  TokenStream stream;
  Tokenize(text, stream);
  std::string out;
  ReadOptions options;
  options.document_day = day;
  for (size_t at = 0; at < stream.tokens.size();) {
    const std::optional<Reading> reading = ReadDate(stream, at, options);
    if (!reading) {
      ++at;
      continue;
    }
    const uint32_t begin = stream.tokens[reading->first].begin;
    const uint32_t end = stream.tokens[reading->last - 1].end;
    absl::StrAppend(&out, out.empty() ? "" : "; ", text.substr(begin, end - begin), "=", DayText(reading->value.low),
                    "..", DayText(reading->value.high));
    at = reading->last;
  }
  return out;
}

struct Case {
  const char* text;
  const char* dates;
};

const absl::CivilDay kTuesday(2025, 7, 15);  // a Tuesday

}  // namespace

TEST_CASE("ReadDate reads days that are written out") {
  const std::vector<Case> cases = {
      {"It opened on 2025-07-15.", "2025-07-15=2025-07-15..2025-07-16"},
      {"It opened on July 15, 2025, in Oslo.", "July 15, 2025=2025-07-15..2025-07-16"},
      {"It opened on 15 July 2025.", "15 July 2025=2025-07-15..2025-07-16"},
      {"the 15th of July 2025", "15th of July 2025=2025-07-15..2025-07-16"},
      {"It opened on 7/15/2025.", "7/15/2025=2025-07-15..2025-07-16"},
      {"It opened on 15/7/2025.", "15/7/2025=2025-07-15..2025-07-16"},
      {"It opened Tues., Jan. 5, 2021.", "Tues., Jan. 5, 2021=2021-01-05..2021-01-06"},
      {"on the fourteenth of May 1948", "fourteenth of May 1948=1948-05-14..1948-05-15"},
      {"in Sept. 2012", "Sept. 2012=2012-09-01..2012-10-01"},
      {"16. Nov. 2016", "16. Nov. 2016=2016-11-16..2016-11-17"},
      {"on 10 August 2555 BE", "10 August 2555 BE=2012-08-10..2012-08-11"},
      {"in the year 247", "year 247=0247-01-01..0248-01-01"},
      {"3Q 2015", "3Q 2015=2015-07-01..2015-10-01"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(Dates(c.text, std::nullopt) == c.dates);
  }
}

TEST_CASE("ReadDate resolves yearless dates and weekdays by the tense of the clause") {
  const std::vector<Case> cases = {
      {"The ban was imposed in April.", "April=2025-04-01..2025-05-01"},
      {"The plant closed in September.", "September=2024-09-01..2024-10-01"},
      {"The plant will close in April.", "April=2026-04-01..2026-05-01"},
      {"He resigned on Thursday.", "Thursday=2025-07-10..2025-07-11"},
      {"He spoke on Tuesday.", "Tuesday=2025-07-15..2025-07-16"},
      {"The court will rule on Thursday.", "Thursday=2025-07-17..2025-07-18"},
      {"He is scheduled to be sentenced Jan. 9.", "Jan. 9=2026-01-09..2026-01-10"},
      {"The race will be held May 4.", "May 4=2026-05-04..2026-05-05"},
      {"It was open on March 3, 4 and 5.",
       "March 3=2025-03-03..2025-03-04; 4=2025-03-04..2025-03-05; 5=2025-03-05..2025-03-06"},
      {"On May 3, 15 people died.", "May 3=2025-05-03..2025-05-04"},
      {"He said on Monday that sales will resume on Aug. 1.",
       "Monday=2025-07-14..2025-07-15; Aug. 1=2025-08-01..2025-08-02"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(Dates(c.text, kTuesday) == c.dates);
  }
}

TEST_CASE("ReadDate resolves relative dates against the document's day") {
  const std::vector<Case> cases = {
      {"He left yesterday.", "yesterday=2025-07-14..2025-07-15"},
      {"last week", "last week=2025-07-07..2025-07-14"},
      {"early next year", "early next year=2026-01-01..2026-07-01"},
      {"earlier this month", "earlier this month=2025-07-01..2025-07-15"},
      {"three days ago", "three days ago=2025-07-12..2025-07-13"},
      {"It will open in two weeks.", "in two weeks=2025-07-29..2025-07-30"},
      {"the past three months", "past three months=2025-04-15..2025-07-15"},
      {"the next two weeks", "next two weeks=2025-07-16..2025-07-30"},
      {"He met them last Thursday.", "last Thursday=2025-07-10..2025-07-11"},
      {"on Friday next week", "Friday next week=2025-07-25..2025-07-26"},
      {"in March last year", "March last year=2024-03-01..2024-04-01"},
      {"mid-June", "mid-June=2025-06-11..2025-06-21"},
      {"the first nine months of 2024", "first nine months of 2024=2024-01-01..2024-10-01"},
      {"two weeks before Christmas 2025", "two weeks before Christmas 2025=2025-12-11..2025-12-12"},
      {"the third quarter of 2024", "third quarter of 2024=2024-07-01..2024-10-01"},
      {"Two days earlier, he resigned.", "Two days earlier=?..?"},
      {"She left two years ago.", "two years ago=2023-07-15..2023-07-16"},
      {"He left three and a half years ago.", "three and a half years ago=2022-01-15..2022-01-16"},
      {"It happened a year ago today.", "a year ago today=2024-07-15..2024-07-16"},
      {"It happened two years ago this month.", "two years ago this month=2023-07-01..2023-08-01"},
      {"They met two Sundays ago.", "two Sundays ago=2025-07-06..2025-07-07"},
      {"They met the Sunday before last.", "Sunday before last=2025-07-06..2025-07-07"},
      {"the year before last", "year before last=2023-01-01..2024-01-01"},
      {"He arrived the day before May 3, 2024.", "day before May 3, 2024=2024-05-02..2024-05-03"},
      {"this time last year", "this time last year=2024-07-15..2024-07-16"},
      {"last year in August", "last year in August=2024-08-01..2024-09-01"},
      {"They will return Monday two weeks from now.", "Monday two weeks from now=2025-07-28..2025-07-29"},
      {"It will open two weeks from now on Friday.", "two weeks from now on Friday=2025-08-01..2025-08-02"},
      {"the first week of October 2024 on Friday", "first week of October 2024 on Friday=2024-10-04..2024-10-05"},
      {"in the first two weeks of June 2025", "first two weeks of June 2025=2025-06-01..2025-06-15"},
      {"the week ended July 4, 2025", "week ended July 4, 2025=2025-06-28..2025-07-05"},
      {"It will open the next day.", "next day=2025-07-16..2025-07-17"},
      {"It opened the next day.", ""},
      {"A fortnight later, he resigned.", "A fortnight later=?..?"},
      {"The court will sit the next business day.", "next business day=2025-07-16..2025-07-17"},
      {"over the past year and a half", "past year and a half=2024-01-15..2025-07-15"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(Dates(c.text, kTuesday) == c.dates);
  }
}

TEST_CASE("ReadDate reads ranges with both their ends") {
  const std::vector<Case> cases = {
      {"July 15-17, 2024", "July 15-17, 2024=2024-07-15..2024-07-18"},
      {"from May to June 2024", "from May to June 2024=2024-05-01..2024-07-01"},
      {"between 2019 and 2021", "between 2019 and 2021=2019-01-01..2022-01-01"},
      {"the 2019-20 season", "2019-20=2019-01-01..2021-01-01"},
      {"from 3 to 7 March 2025", "from 3 to 7 March 2025=2025-03-03..2025-03-08"},
      {"He served from 2009 to 2017.", "from 2009 to 2017=2009-01-01..2018-01-01"},
      {"December to May 2022", "December to May 2022=2021-12-01..2022-06-01"},
      {"between May 3 and May 9, 2024", "between May 3 and May 9, 2024=2024-05-03..2024-05-09"},
      {"10/1/2018-10/7/2018", "10/1/2018-10/7/2018=2018-10-01..2018-10-08"},
      {"The fair ran from Monday to Thursday.", "from Monday to Thursday=2025-07-07..2025-07-11"},
      {"They will meet next week between Wednesday and Friday.",
       "next week between Wednesday and Friday=2025-07-23..2025-07-25"},
      {"It was moved from July 15 to July 20.", "July 15=2025-07-15..2025-07-16; July 20=2025-07-20..2025-07-21"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(Dates(c.text, kTuesday) == c.dates);
  }
}

TEST_CASE("ReadDate opens the end that since, before and by leave open") {
  const std::vector<Case> cases = {
      {"since August 2024", "August 2024=2024-08-01..?"},
      {"after 2016", "2016=2017-01-01..?"},
      {"before 2018", "2018=?..2018-01-01"},
      {"by the end of 2025", "end of 2025=?..2026-01-01"},
      {"He has until Friday to answer.", "Friday=?..2025-07-18"},
      {"before Friday's vote", "Friday=2025-07-11..2025-07-12"},
      {"since at least 2012", "2012=2012-01-01..?"},
      {"on or after Jan. 1, 2016", "Jan. 1, 2016=2016-01-01..?"},
      {"on or before Jan. 1, 2016", "Jan. 1, 2016=?..2016-01-02"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(Dates(c.text, kTuesday) == c.dates);
  }
}

TEST_CASE("ReadDate leaves what it cannot know unresolved") {
  const std::vector<Case> cases = {
      {"The ban was imposed in April.", "April=?..?"},       {"He resigned yesterday.", "yesterday=?..?"},
      {"Revenue for fiscal 2025 rose.", "fiscal 2025=?..?"}, {"the Sept. 11 attacks", "Sept. 11=?..?"},
      {"in the school year 2008", "school year 2008=?..?"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(Dates(c.text, std::nullopt) == c.dates);
  }
}

TEST_CASE("ReadDate does not take other words and counts for dates") {
  for (const char* text : {"It may not be true.", "They will march on the capital.", "Some 1984 people left.",
                           "We counted 2020 votes.", "He came second.", "The sun rose.", "at least 3", "room 404",
                           "June 31, 2022", "He is in his 60s.", "24/7", "The 5-4 ruling"}) {
    CAPTURE(text);
    CHECK(Dates(text, kTuesday).empty());
  }
}

}  // namespace crosscheck
