#include "graph/source_host.hpp"

#include <gtest/gtest.h>

namespace relata {
namespace {

TEST(HostOf, IsTheSameForAllPagesOfAHost) {
  for (const char* url : {"https://example.org", "http://www.example.org/a/b?c=d#e",
                          "HTTPS://Example.ORG:8080/", "https://me:secret@example.org/x"}) {
    EXPECT_EQ(host_of(url), "example.org") << url;
  }
  EXPECT_EQ(host_of("https://news.example.org/"), "news.example.org");
  EXPECT_EQ(host_of("http://[2001:db8::1]:80/"), "[2001:db8::1]");
}

TEST(HostOf, IsEmptyWithoutOne) {
  for (const char* url : {"", "example", "/a/b", "mailto:me@example.org", "://example.org"}) {
    EXPECT_EQ(host_of(url), "") << url;
  }
}

}  // namespace
}  // namespace relata
