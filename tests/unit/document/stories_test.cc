// Feeds, ninjs, NITF and mails: files that are not their text, and some that hold several.
#include <doctest/doctest.h>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "crosscheck/document.h"
#include "document/story.h"
#include "unit/document/outline.h"

namespace crosscheck {
namespace {

absl::StatusOr<std::vector<Document>> ReadAll(const std::string& path, const std::string& bytes) {
  DocumentInfo info;
  info.path = path;
  return Document::AllFromBytes(info, bytes);
}

std::string ErrorOf(const std::string& path, const std::string& bytes) {
  const auto documents = ReadAll(path, bytes);
  return documents.ok() ? "" : std::string(documents.status().message());
}

std::string Published(const Document& document) {
  return document.info().published ? absl::FormatCivilTime(*document.info().published) : "";
}

// Every block leads back to text of its own: what a span of it covers is there.
void CheckPlaces(const Document& document) {
  REQUIRE(document.has_places());
  for (const Block& block : document.blocks()) {
    CAPTURE(block.text);
    REQUIRE_FALSE(block.map.empty());
    const TextSpan span = block.ToDocument({0, block.text.size()});
    CHECK(span.end <= document.text().size());
    CHECK_FALSE(document.PlaceWords(span.begin).empty());
  }
}

constexpr char kRss[] = R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour News</title><link>https://example.org/</link>
<item><title>Fire at the pier &amp; the quay</title><guid>https://example.org/news/pier-fire</guid>
<pubDate>Tue, 15 Jul 2025 23:30:00 -0700</pubDate><dc:creator>Ann Lee</dc:creator>
<description>short</description>
<content:encoded><![CDATA[<p>The fire hurt <b>17</b> people.</p><p>It began at dawn.</p>]]></content:encoded></item>
<item><title>Council votes</title><description>The vote was &lt;i&gt;9&lt;/i&gt; to 4.</description></item>
<item><link>https://example.org/empty</link></item>
</channel></rss>)";

TEST_CASE("each item of RSS is a document, with the title, day and publisher of its own") {
  const auto documents = ReadAll("feed.xml", kRss);
  REQUIRE(documents.ok());
  REQUIRE(documents->size() == 2);
  const Document& fire = documents->front();
  CHECK(fire.info().path == "feed.xml#pier-fire");
  CHECK(fire.info().publisher == "Harbour News");
  CHECK(Published(fire) == "2025-07-15");
  CHECK(Outline(fire) ==
        "title: Fire at the pier & the quay\nbyline: Ann Lee\nparagraph: The fire hurt 17 people.\n"
        "paragraph: It began at dawn.");
  CheckPlaces(fire);
  const Block& body = fire.blocks()[2];
  CHECK(fire.Slice(body.ToDocument({14, 16})) == "17");
  CHECK(fire.AfterPath(body.ToDocument({14, 16}).begin) == ", content, paragraph 1");
  CHECK(fire.AfterPath(fire.blocks()[0].ToDocument({5, 7}).begin) == ", title, character 6");
  CHECK(fire.notes() == std::vector<std::string>{"1 item of the same file without text: left out"});
  const Document& vote = documents->back();
  CHECK(vote.info().path == "feed.xml#2");
  CHECK(Published(vote).empty());
  CHECK(Outline(vote) == "title: Council votes\nparagraph: The vote was 9 to 4.");
}

TEST_CASE("each entry of Atom is a document, whatever its text is written in") {
  const auto documents = ReadAll("news.atom", R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title>
<entry><id>tag:example.org,2025:1</id><title>One</title><updated>2025-07-16T08:00:00Z</updated>
<published>2025-07-15T22:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It cost
$3 million &lt; $4 million.</p></div></content></entry>
<entry><id>tag:example.org,2025:1</id><title>Two</title><summary>Plain words of 12 people.</summary></entry></feed>)");
  REQUIRE(documents.ok());
  REQUIRE(documents->size() == 2);
  CHECK(Published((*documents)[0]) == "2025-07-15");
  CHECK(Outline((*documents)[0]) == "title: One\nparagraph: It cost $3 million < $4 million.");
  CHECK((*documents)[0].info().path == "news.atom#tag:example.org-2025:1");
  CHECK((*documents)[1].info().path == "news.atom#tag:example.org-2025:1-2");  // an id that is given twice
  CHECK(Outline((*documents)[1]) == "title: Two\nparagraph: Plain words of 12 people.");
}

TEST_CASE("NITF gives its headline, day, publisher, version and status") {
  const std::string nitf = R"(<nitf><head><docdata management-status="STATUS"><date.issue norm="20250715T093000Z"/>
<du-key version="3"/><doc.copyright holder="Wire Co"/></docdata></head><body><body.head><hedline><hl1>Pier fire</hl1>
<hl2>17 hurt</hl2></hedline><byline>By <person>Ann Lee</person></byline><dateline><location>OSLO</location></dateline>
</body.head><body.content><p>The <org>harbour</org> said <num>17</num> were hurt.</p><hl2>Later</hl2><media>
<media-caption>Smoke.</media-caption></media><bq><block><p>It was loud.</p></block></bq></body.content></body></nitf>)";
  const auto documents = ReadAll("story.xml", absl::StrCat(nitf));
  REQUIRE(documents.ok());
  REQUIRE(documents->size() == 1);
  const Document& story = documents->front();
  CHECK(story.info().path == "story.xml");
  CHECK(story.info().publisher == "Wire Co");
  CHECK(Published(story) == "2025-07-15");
  CHECK_FALSE(story.info().withdrawn);
  CHECK(story.notes() == std::vector<std::string>{"is version 3 of the story"});
  CHECK(absl::StrContains(Outline(story),
                          "title: Pier fire\ndek: 17 hurt\nbyline: By Ann Lee\nbyline: OSLO\n"
                          "paragraph: The harbour said 17 were hurt.\nheading: Later\n"));
  CHECK(absl::StrContains(Outline(story), "quotation: It was loud."));
  CheckPlaces(story);
  std::string taken_back = nitf;
  taken_back.replace(taken_back.find("STATUS"), 6, "canceled");
  CHECK(ReadAll("story.xml", taken_back)->front().info().withdrawn);
}

TEST_CASE("ninjs of every version gives its headline, body, day, publisher and status") {
  const auto first = ReadAll("a.json", R"({"uri":"urn:a","headline":"Pier fire","body_html":"<p>It hurt <b>17</b>.</p>",
"body_text":"not this","versioncreated":"2025-07-15T09:30:00+02:00","pubstatus":"usable","version":"2","provider":"Wire Co"})");
  REQUIRE(first.ok());
  CHECK(Outline(first->front()) == "title: Pier fire\nparagraph: It hurt 17.");
  CHECK(Published(first->front()) == "2025-07-15");
  CHECK(first->front().info().publisher == "Wire Co");
  CHECK(first->front().notes() == std::vector<std::string>{"is version 2 of the story"});
  const auto third =
      ReadAll("b.json", R"({"uri":"urn:b","headlines":[{"role":"main","value":"Pier fire"},{"value":"Fire"}],
"bodies":[{"contentType":"text/plain","value":"It hurt 17.\n\nIt began at dawn."}],"versionCreated":"2025-07-15T09:30:00Z",
"pubStatus":"canceled","infoSources":[{"name":"Wire Co"}]})");
  REQUIRE(third.ok());
  CHECK(Outline(third->front()) == "title: Pier fire\nparagraph: It hurt 17.\nparagraph: It began at dawn.");
  CHECK(third->front().info().withdrawn);
  CHECK(third->front().info().publisher == "Wire Co");
  CHECK(third->front().AfterPath(third->front().text().find("began")) == ", body, paragraph 2, character 4");
  const auto several = ReadAll("c.json", R"([{"uri":"x/1","headline":"One"},{"uri":"x/2","headline":"Two"}])");
  REQUIRE(several.ok());
  CHECK(several->size() == 2);
}

TEST_CASE("what a person says of a file stands before what the file says of itself") {
  DocumentInfo info;
  info.path = "a.json";
  info.publisher = "Other";
  info.published = absl::CivilDay(2020, 1, 2);
  info.usable = true;
  const auto documents = Document::AllFromBytes(
      info, R"({"headline":"Pier fire","versioncreated":"2025-07-15","pubstatus":"withheld","provider":"Wire Co"})");
  REQUIRE(documents.ok());
  CHECK(documents->front().info().publisher == "Other");
  CHECK(Published(documents->front()) == "2020-01-02");
  CHECK_FALSE(documents->front().info().withdrawn);
}

TEST_CASE("a mail gives its subject, day, sender and text, and names what is not read") {
  const auto documents =
      ReadAll("mail.eml",
              "From: =?iso-8859-1?Q?Andr=E9_Lee?= <a@example.org>\r\nDate: Tue, 15 Jul 2025 23:30:00 -0700\r\n"
              "Subject: =?utf-8?B?UGllciBmaXJl?=\r\nMIME-Version: 1.0\r\n"
              "Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\n"
              "Content-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\n"
              "Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
              "The caf=E9 fire hurt 17 =\r\npeople.\r\n\r\nOn Monday Bo wrote:\r\n> It hurt 12 people.\r\n"
              "--a\r\nContent-Type: text/html\r\n\r\n<p>not this</p>\r\n--a--\r\n--m\r\n"
              "Content-Type: application/pdf; name=plan.pdf\r\nContent-Disposition: attachment; filename=plan.pdf\r\n"
              "Content-Transfer-Encoding: base64\r\n\r\nJVBERg==\r\n--m--\r\n");
  REQUIRE(documents.ok());
  const Document& mail = documents->front();
  CHECK(mail.info().publisher == "André Lee");
  CHECK(Published(mail) == "2025-07-15");
  CHECK(Outline(mail) ==
        "title: Pier fire\nparagraph: The café fire hurt 17 people.\n"
        "boilerplate: On Monday Bo wrote:\nboilerplate: It hurt 12 people.");
  CHECK(mail.notes() == std::vector<std::string>{"1 attachment is not read: plan.pdf"});
  CheckPlaces(mail);
  const auto html = ReadAll("mail.eml",
                            "From: a@example.org\nSubject: x\nContent-Type: text/html; charset=utf-8\n"
                            "Content-Transfer-Encoding: base64\n\nPHA+SXQgaHVydCAxNy48L3A+\n");
  REQUIRE(html.ok());
  CHECK(Outline(html->front()) == "title: x\nparagraph: It hurt 17.");
  CHECK(html->front().info().publisher == "a@example.org");
}

TEST_CASE("what is broken, hostile or of another kind is refused by name") {
  std::string deep = "<rss><channel><item><title>";
  for (int i = 0; i < 50000; ++i) deep += "<a>";
  std::string deep_json = R"({"headline":)";
  for (int i = 0; i < 5000; ++i) deep_json += "[";
  std::string deep_mail = "From: a\n";
  for (int i = 0; i < 200; ++i) {
    absl::StrAppend(&deep_mail, "Content-Type: multipart/mixed; boundary=b", i, "\n\n--b", i, "\n");
  }
  deep_mail += "Content-Type: text/plain\n\nhello\n";
  struct Row {
    const char* path;
    std::string bytes;
    const char* says;
  };
  const Row rows[] = {
      {"a.xml", "", "is empty"},
      {"a.xml", "<!DOCTYPE x [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]><rss>&c;</rss>", "declares entities of its own"},
      {"a.xml", "<rss><channel><item>", "is not well-formed XML at byte"},
      {"a.xml", deep, "is not well-formed XML"},
      {"a.xml", "<invoice><item/></invoice>", "its root is <invoice>"},
      {"a.xml", "no xml at all", "is not well-formed XML"},
      {"a.xml", "<rss><channel><title>x</title></channel></rss>", "holds no item"},
      {"a.xml", "<rss><channel><item/></channel></rss>", "holds no story with text"},
      {"a.xml", "<rss><channel><item><title>\xFF\xFE x</title></item></channel></rss>", "is not valid UTF-8"},
      {"a.json", "{\"a\":", "is no JSON"},
      {"a.json", deep_json, "is no JSON"},
      {"a.json", "{\"name\":\"x\",\"version\":\"1\"}", "is JSON of a kind that is not read"},
      {"a.json", "[1,2]", "is JSON of a kind that is not read"},
      {"a.json", "{\"headline\":7}", "'headline' is no text"},
      {"a.json", "{\"bodies\":\"x\"}", "'bodies' is no list"},
      {"a.json", "{\"headline\":\"\"}", "holds no story with text"},
      {"a.json", "{\"headline\":\"\xFF\"}", "is no JSON"},
      {"a.eml", "just words\nand more\n", "is no mail"},
      {"a.eml", "From: a\nSubject: x\n\n", "holds no text"},
      {"a.eml", "From: a\nContent-Type: text/plain; charset=utf-8\n\n\xFF\xFE\n", "not valid in its charset"},
      {"a.eml", "From: a\nContent-Type: text/plain; charset=x-none\n\nhello\n", "not valid in its charset"},
      {"a.eml", deep_mail, "nests more than"},
      {"a.csv", "a,b\n\xFF,1\n", "is not valid UTF-8"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CAPTURE(row.bytes.substr(0, 80));
    const std::string error = ErrorOf(row.path, row.bytes);
    CAPTURE(error);
    CHECK(absl::StrContains(error, row.says));
  }
  std::string nested = "<rss><channel><item><title>";
  for (int i = 0; i < 300; ++i) nested += "<a>";
  for (int i = 0; i < 300; ++i) nested += "</a>";
  CHECK(
      absl::StrContains(ErrorOf("a.xml", nested + "</title></item></channel></rss>"), "nests more than 200 elements"));
}

TEST_CASE("a feed where one text is wanted is refused unless it holds one story") {
  DocumentInfo info;
  info.path = "feed.xml";
  CHECK(absl::StrContains(Document::FromText(info, kRss).status().message(), "holds 2 stories"));
}

TEST_CASE("days are read as they stand there") {
  struct Row {
    const char* text;
    const char* day;
  };
  const Row rows[] = {{"2025-07-15T23:59:59-08:00", "2025-07-15"},
                      {"20250715T093000Z", "2025-07-15"},
                      {"2025-07-15", "2025-07-15"},
                      {"Tue, 15 Jul 2025 09:30:00 GMT", "2025-07-15"},
                      {"15 Jul 25 09:30 EST", "2025-07-15"},
                      {"2025-02-30", ""},
                      {"yesterday", ""},
                      {"", ""}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto day = StatedDay(row.text);
    CHECK((day ? absl::FormatCivilTime(*day) : "") == row.day);
  }
}

TEST_CASE("cells of CSV know their heads, whatever parts them") {
  const std::string comma = "\xEF\xBB\xBFTeam,Points,Note\r\nNorth,41,\"a \"\"b\"\", c\r\nd\"\r\nSouth,38,\r\n";
  for (const char* separator : {",", ";", "\t"}) {
    CAPTURE(separator);
    std::string text;
    bool quoted = false;
    for (const char c : comma) {
      quoted = c == '"' ? !quoted : quoted;
      text += c == ',' && !quoted ? *separator : c;
    }
    DocumentInfo info;
    info.path = "table.csv";
    const auto document = Document::FromBytes(info, text);
    REQUIRE(document.ok());
    CHECK_FALSE(document->has_places());
    REQUIRE(document->blocks().size() == 8);
    const Block& points = document->blocks()[4];
    CHECK(points.text == "41");
    REQUIRE(points.cell);
    CHECK(points.cell->row_head == "North");
    CHECK(points.cell->column_head == "Points");
    CHECK(document->AfterPath(points.ToDocument({0, 2}).begin) == ":2:7");
    CHECK(document->blocks()[5].text == "a \"b\", c d");
    CHECK(document->blocks()[7].cell->row_head == "South");
  }
}

TEST_CASE("a table of nothing but quotation marks, and one of many cells, are read in no time") {
  DocumentInfo info;
  info.path = "table.csv";
  CHECK(Document::FromBytes(info, std::string(200001, '"')).ok());
  std::string odd;
  for (int i = 0; i < 100000; ++i) odd += "\"x,";
  CHECK(Document::FromBytes(info, odd).ok());
  std::string large = "Team,Points\n";
  for (int i = 0; i < 50000; ++i) absl::StrAppend(&large, "Team ", i, ",", i, "\n");
  CHECK(Document::FromBytes(info, large).ok());
}

TEST_CASE("agency files state which version of which story they are") {
  const auto ninjs =
      ReadAll("a.json", R"({"uri":"urn:wire:pier","version":"3","headline":"Pier","body_text":"It hurt 17."})");
  REQUIRE(ninjs.ok());
  CHECK(ninjs->front().info().story_id == "urn:wire:pier");
  CHECK(ninjs->front().info().version == 3);
  const auto nitf = [](absl::string_view key) {
    return ReadAll(
        "a.xml", absl::StrCat("<nitf><head><docdata><doc-id id-string=\"X-9\"/>", key,
                              "</docdata></head><body><body.content><p>It hurt 17.</p></body.content></body></nitf>"));
  };
  const auto second = nitf("<du-key key=\"pier\" generation=\"1\" version=\"2\"/>");
  const auto third = nitf("<du-key key=\"pier\" generation=\"2\" version=\"1\"/>");
  const auto plain = nitf("");
  REQUIRE((second.ok() && third.ok() && plain.ok()));
  CHECK(second->front().info().story_id == "pier");
  CHECK(second->front().info().version < third->front().info().version);
  CHECK(plain->front().info().story_id == "X-9");
  CHECK(plain->front().info().version == 0);
}

TEST_CASE("XML in a charset of old says which, and is read") {
  const auto feed = [](absl::string_view encoding, absl::string_view title) {
    return absl::StrCat("<?xml version=\"1.0\" encoding=\"", encoding, "\"?><rss><channel><item><title>", title,
                        "</title><description>It hurt 17.</description></item></channel></rss>");
  };
  for (const char* encoding : {"windows-1252", "ISO-8859-1", "latin1"}) {
    CAPTURE(encoding);
    const auto documents = ReadAll("feed.xml", feed(encoding, "Caf\xe9 \x93 fire\x94"));
    REQUIRE_MESSAGE(documents.ok(), documents.status().message());
    CHECK(documents->front().blocks().front().text == "Café “ fire”");
  }
  CHECK(ErrorOf("feed.xml", feed("klingon", "Fire")) ==
        "says that it is written in 'klingon', which is unknown or untrue");
  CHECK(ErrorOf("feed.xml", feed("us-ascii", "Caf\xe9")) ==
        "says that it is written in 'us-ascii', which is unknown or untrue");
  CHECK_FALSE(ErrorOf("feed.xml", feed("utf-8", "Caf\xe9")).empty());
}

}  // namespace
}  // namespace crosscheck
