import account from "./account.json";
import ask from "./ask.json";
import asked from "./asked.json";
import box from "./box.json";
import connection from "./connection.json";
import data from "./data.json";
import doors from "./doors.json";
import guest from "./guest.json";
import guestLetter from "./guestLetter.json";
import help from "./help.json";
import home from "./home.json";
import link from "./link.json";
import linkLetter from "./linkLetter.json";
import list from "./list.json";
import people from "./people.json";
import rating from "./rating.json";
import refusal from "./refusal.json";
import request from "./request.json";
import search from "./search.json";
import shell from "./shell.json";
import status from "./status.json";
import trouble from "./trouble.json";
import ui from "./ui.json";
import upload from "./upload.json";

export const en = {
  account,
  ask,
  asked,
  box,
  connection,
  data,
  doors,
  guest,
  guestLetter,
  help,
  home,
  link,
  linkLetter,
  list,
  rating,
  people,
  refusal,
  request,
  search,
  shell,
  status,
  trouble,
  ui,
  upload,
};
