import Membership

/// Where a member types what they look for, at the top of every page but the one that answers.
struct SearchBox {
    let place: Navigation?
    let visit: Visit

    var html: HTML? {
        guard let place, let member = visit.member, member.may(place.permission), visit.path != place.address.text
        else { return nil }
        return """
            <form class="search-box" method="get" action="\(place.address)" role="search" aria-label="This site">
            <label class="visually-hidden" for="search-box">\(place.title)</label>
            <input class="search-box__words" type="search" id="search-box" name="q" maxlength="200" autocomplete="off">
            <button class="search-box__button" type="submit">\(place.title)</button>
            </form>
            """
    }

    /// The way to it where there is no room for the box.
    var link: HTML? {
        guard let place, let member = visit.member, member.may(place.permission) else { return nil }
        let current: HTML? = visit.path == place.address.text ? " aria-current=\"page\"" : nil
        return "<a class=\"site-header__search\" href=\"\(place.address)\"\(current)>\(place.title)</a>"
    }
}
