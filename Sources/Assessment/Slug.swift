/// A name as it stands in addresses: "Tunbridge Wells" is `tunbridge-wells`.
func slugged(_ name: String) -> String {
    var slug = ""
    for character in name.lowercased() {
        if character.isASCII, character.isLetter || character.isNumber {
            slug.append(character)
        } else if !slug.hasSuffix("-") {
            slug.append("-")
        }
    }
    return slug
}
