# O co nie zapytano.

gaps-title = Jeszcze nie zapytano
gaps-lede = Pytania do systemu, ze wskazaniem, kto mógłby bezpiecznie odpowiedzieć. Nigdy nie są to pytania o rodzinę do kogoś, kto krzywdzi, i nigdy nie świadczą o zaniedbaniu osoby, która chroni.
gaps-add = Dodaj pytanie
page-gaps-people = Kto jest kim
