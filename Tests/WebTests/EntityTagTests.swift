import Testing

@testable import Web

@Suite("What a reader already has is not sent again")
struct EntityTagTests {
    @Test(
        "the reader has it",
        arguments: [
            "\"a1\"", "W/\"a1\"", "*", "\"x\", W/\"a1\"", "W/\"x\",\"a1\"", " \t\"a1\" ", "\"x\" ,\t\"a1\"",
        ])
    func known(field: String) {
        #expect(EntityTags.match(field, "W/\"a1\""))
    }

    @Test(
        "the reader has something else",
        arguments: [
            nil, "", ",", "a1", "\"a\"", "\"A1\"", "\"a12\"", "W/", "W/a1", "\"a1", "w/\"a1\"", "\"*\"",
        ])
    func unknown(field: String?) {
        #expect(!EntityTags.match(field, "W/\"a1\""))
    }
}
